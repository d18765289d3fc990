using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Parcours.Cli.Conversion;
using Parcours.Cli.Frame;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Flows;

namespace Parcours.Cli.Flows;

/// <summary>Runs a verb of timelines over timelines made by hand: forty customers from 2025-01-01 on.</summary>
internal sealed class TimelineRun
{
    private static readonly Calendar Paris = Calendar.Find("Europe/Paris")!;

    private static readonly ImmutableArray<Stage> Stages =
    [
        new(0, "prospect", new("Prospect", "Prospect"), 0),
        new(1, "new", new("New", "Nouveau"), 1),
        new(2, "active", new("Active", "Actif"), 2),
        new(3, "inactive", new("Inactive", "Inactif"), -1),
    ];

    public string Out { get; private set; } = string.Empty;

    public string Error { get; private set; } = string.Empty;

    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Runs "flows", "matrix", "paths", "time" or "conversion" as typed after "parcours lifecycle".</summary>
    public int Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var language = Language.Of(args, _ => null);
        var options = new GlobalOptions(language);
        var root = new RootCommand();
        foreach (Option option in options.All)
        {
            root.Add(option);
        }

        Verb[] verbs = [new FlowsVerb(language, Read), new MatrixVerb(language, Read), new PathsVerb(language, Read), new TimeVerb(language, Read), new ConversionVerb(language, Read)];
        Array.ForEach(verbs, root.Add);
        ParseResult parsed = root.Parse(args);
        var surroundings = new Surroundings(new Terminal(output, error), TimeProvider.System, _ => null, new WorkspaceOpener(_ => null!, _ => null!));
        int code = parsed.Errors.Count > 0 ? ExitCode.WrongUsage
            : ((Verb)parsed.CommandResult.Command).Run(new VerbRun(parsed, language, surroundings, options, default));
        Out = output.ToString();
        Error = parsed.Errors.Count > 0 ? parsed.Errors[0].Message : error.ToString();
        return code;
    }

    private static TimelineReading Read(VerbRun run, string id, Moment? at)
    {
        int first = Calendar.DayOf(new DateOnly(2025, 1, 1));
        Instant Day(int day) => Paris.StartOfDay(first + day);
        StageSpan Span(int day, short stage) => new(Day(day), stage, stage);
        IReadOnlyList<StageSpan>[] spans = [.. Enumerable.Range(0, 40).Select(s => (IReadOnlyList<StageSpan>)(
            s % 4 == 0 ? [Span(0, 0), Span(20, 1), Span(50, 2), Span(300, 3)]
            : s % 4 == 1 ? [Span(0, 0), Span(40, 1), Span(230, 3)]
            : [Span(10, 0)]))];
        var segment = Segment.Of([.. Enumerable.Range(0, 40).Select(s => new[] { new FactRow(new Fact(Day(s % 4 == 0 ? 50 : 10), 1000, 0, FactKind.Order, 1, 0), 1, 0, 0, Extra.None) })]);
        var histories = new HistoryBase([segment], Subjects.Of([.. Enumerable.Range(0, 40).Select(s => $"c{s}")]), Vocabulary.Empty, Paris, 1);
        return new TimelineReading(id, new("Sample", "Exemple"), at?.On(Paris) ?? Day(400), histories, Timelines.Of(Stages, spans));
    }
}
