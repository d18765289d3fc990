using System.Text.RegularExpressions;
using Parcours.Domain.Expressions;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Lifecycles;

public sealed partial class BuiltInLifecycleTests
{
    private static readonly string[] Models =
        ["relation", "crm-segments", "journey", "marketing", "growth", "awareness-loyalty", "clm-b2c", "clm-b2b"];

    private static readonly string[] Presets =
        ["hubspot", "omnisend", "shopify-rfm", "klaviyo-rfm", "posthog-lifecycle", "rfm-10", "drip", "lifesight"];

    public static TheoryData<string> Ids => [.. BuiltInLifecycles.Ids];

    [Fact]
    public void Built_in_lifecycles_are_the_eight_models_and_the_eight_presets() =>
        Assert.Equal(Models.Concat(Presets).Order(StringComparer.Ordinal), BuiltInLifecycles.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void File_is_read_without_an_error_and_its_id_is_its_name(string id)
    {
        (LifecycleDefinition? definition, var errors) = LifecycleFile.Read(BuiltInLifecycles.TextOf(id)!, BuiltInLifecycles.Find);
        Assert.Empty(errors);
        Assert.Equal(id, definition!.Id);
        Assert.Equal(id == "clm-b2b" ? SubjectType.Account : SubjectType.Customer, definition.Subject);
        Assert.Equal(id == "hubspot", definition.ForwardOnly);
        Assert.Equal("always", definition.Rules[^1].When.Text);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_text_is_there_in_english_and_in_french_and_the_source_is_named(string id)
    {
        string text = BuiltInLifecycles.TextOf(id)!;
        LifecycleDefinition definition = BuiltInLifecycles.Find(id)!;
        Assert.True(definition.Source.Length > 20, "no source");
        Assert.All(definition.Rules, rule => Assert.True(rule.Because is { En.Length: > 0, Fr.Length: > 0 }, rule.When.Text));
        Assert.All(definition.Rules, rule => Assert.NotEqual(rule.Because!.Value.En, rule.Because.Value.Fr));
        Assert.All(definition.Stages, stage => Assert.True(stage.Name.En != stage.Id && stage.Name.Fr.Length > 0, stage.Id));

        // A name written once would serve for both languages: every one of ours says both.
        Assert.All(Names().Matches(text), name => Assert.Matches(@"\{ en: .+, fr: .+ \}$", name.Value));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Path_leads_forward_over_different_stages(string id)
    {
        LifecycleDefinition definition = BuiltInLifecycles.Find(id)!;
        Assert.InRange(definition.Path.Length, 2, definition.Stages.Length);
        Assert.Equal(definition.Path.Distinct(), definition.Path);
        Assert.All(definition.Path, (stage, place) => Assert.Equal(place, definition.Stages[stage].PathIndex));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rules_name_typed_facts_only(string id)
    {
        // Every word a rule uses is the language's, a threshold's or a stage's: a name of a custom kind could only stand among the kinds,
        // and those compile on a base that has no custom kind.
        LifecycleDefinition definition = BuiltInLifecycles.Find(id)!;
        Assert.Empty(definition.Check(BuiltInLifecycles.Find, FactProperties.None));
        var kinds = FactKinds.All.Select(FactKinds.NameOf).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain("first_custom", kinds);
        foreach (StageRule rule in definition.Rules)
        {
            foreach (NameNode kind in KindsIn(Parser.Parse(rule.When)))
            {
                Assert.True(kinds.Contains(kind.Name) || FactSets.TryFind(kind.Name, out _), $"{kind.Name} is no typed kind");
            }
        }
    }

    private static IEnumerable<NameNode> KindsIn(Node node) => node switch
    {
        QueryNode query => query.Kinds.Concat(query.Window?.Since ?? []),
        CallNode call => call.Arguments.SelectMany(KindsIn),
        UnaryNode unary => KindsIn(unary.Operand),
        BinaryNode binary => KindsIn(binary.Left).Concat(KindsIn(binary.Right)),
        InNode list => KindsIn(list.Item),
        _ => [],
    };

    [GeneratedRegex(@"(?<=(name|because): ).*$", RegexOptions.Multiline)]
    private static partial Regex Names();
}
