using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Parcours.Cli.Assistant;

/// <summary>The tools an assistant may call. All of them only look.</summary>
internal sealed class AssistantTools(IAssistantAnswers answers)
{
    private const int MostListed = 100;

    /// <summary>The tools, described for the assistant.</summary>
    public IEnumerable<McpServerTool> All() =>
    [
        Tool("find_customer", "Finds customers by the beginning of a key (number, e-mail, telephone...) or of a word of a name or another attribute.", Find),
        Tool("explain_customer", "One customer by any of its keys: its stage under each lifecycle with the reason and the next change if nothing happens, its orders in figures, consent, and its latest facts.", Explain),
        Tool("list_lifecycles", "The lifecycles there are, with the ids and names of their stages. Call it before naming a lifecycle or a stage.", Lifecycles),
        Tool("stage_counts", "How many customers stand in each stage of a lifecycle at a date, and who moved between stages since another.", Stages),
        Tool("conversion", "What share of each stage of a lifecycle's path leads on within 30, 90, 180 and 365 days, with 95 % intervals, and the weakest step.", Conversion),
        Tool("at_risk", "The customers likeliest to leave, by a model learnt and tested on the company's own past, with the reasons of each.", AtRisk),
        Tool("segment_size", "How many customers are in a stage, in an RFM group, or match an expression such as: orders >= 2 and silence(order) >= 90 days. Several at once are all required.", Size),
    ];

    private static McpServerTool Tool(string name, string description, Delegate call) => McpServerTool.Create(call, new McpServerToolCreateOptions
    {
        Name = name,
        Description = description,
        ReadOnly = true,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
    });

    private CallToolResult Find([Description("What a key or a word begins with")] string text, [Description("How many at most, 1 to 100")] int limit = 10) =>
        Answer(() => answers.Find(text, Math.Clamp(limit, 1, MostListed)));

    private CallToolResult Lifecycles() => Answer(answers.Lifecycles);

    private CallToolResult Explain([Description("Any key of the customer")] string customer) => Answer(() => answers.Customer(customer));

    private CallToolResult Stages(
        [Description("The lifecycle's id")] string lifecycle = "crm-segments",
        [Description("The date, as 2026-03-01; now when not given")] string? at = null,
        [Description("Count moves after this date; from the first fact when not given")] string? from = null) => Answer(() => answers.Stages(lifecycle, at, from));

    private CallToolResult Conversion(
        [Description("The lifecycle's id")] string lifecycle = "crm-segments", [Description("The date, as 2026-03-01; now when not given")] string? at = null) =>
        Answer(() => answers.Conversion(lifecycle, at));

    private CallToolResult AtRisk(
        [Description("How many at most, 1 to 100")] int limit = 20, [Description("What leaving is, as stopped-buying")] string? definition = null) =>
        Answer(() => answers.AtRisk(Math.Clamp(limit, 1, MostListed), definition));

    private CallToolResult Size(
        [Description("The name of a segment of the workspace")] string? segment = null,
        [Description("A stage's id")] string? stage = null,
        [Description("The stage's lifecycle; crm-segments when not given")] string? lifecycle = null,
        [Description("A group of the RFM map, as champions")] string? rfm = null,
        [Description("The map: rfm-10, shopify or klaviyo")] string? map = null,
        [Description("An expression of Parcours' language")] string? where = null,
        [Description("The date, as 2026-03-01; now when not given")] string? at = null) =>
        Answer(() => answers.SegmentSize(new SegmentAsked { Segment = segment, Stage = stage, Lifecycle = lifecycle, Rfm = rfm, Map = map, Where = where }, at));

    // A refusal is told to the assistant as the tool's result: it can then ask rightly, or say why not.
    private static CallToolResult Answer(Func<string> ask)
    {
        try
        {
            return new CallToolResult { Content = [new TextContentBlock { Text = ask() }] };
        }
        catch (AssistantException refused)
        {
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = refused.Message }] };
        }
    }
}
