using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Definitions;

/// <summary>Five customers on 1 June: one only visited, four ordered, one, two, three times, and once in May.</summary>
public sealed class DefinitionTrialTests
{
    private const string Stages = """
        lifecycle: ours
        name: { en: Ours, fr: Les nôtres }
        thresholds:
          slow: 30 days
        path: [seen, buyer]
        stages:
          - { id: quiet, when: orders >= 1 and silence(order) >= slow }
          - { id: buyer, when: orders >= 1 }
          - { id: seen, when: always }
        """;

    private const string Leaving = """
        churn: silent
        eligible: orders >= 1
        outcome: never(order within horizon)
        horizon: 2 months
        """;

    private static readonly HistoryBase _histories = Stories.Of(
        Calendar.Utc,
        [
            Customer().Visit("2024-01-05"),
            Customer().Order("2024-01-10"),
            Customer().Orders("2024-01-10", "2024-05-08"),
            Customer().Orders("2024-01-10", "2024-02-10", "2024-05-10"),
            Customer().Order("2024-05-20"),
        ]);

    private static readonly Instant _at = Calendar.Utc.EndOfDay(Calendar.Utc.DayOf(Story.At(Calendar.Utc, "2024-06-01")));

    [Fact]
    public void Changed_rule_counts_who_would_stand_elsewhere()
    {
        DefinitionEffect effect = Of(DefinitionKind.Lifecycle, Stages, Changed(Stages, "{ id: buyer, when: orders >= 1 }", "{ id: buyer, when: orders >= 2 }"))!;

        Assert.Equal([("quiet", 1, 1), ("buyer", 3, 2), ("seen", 1, 2)], Rows(effect));
        Assert.Equal((1, 5), (effect.Changed, effect.All));
    }

    [Fact]
    public void Stage_of_one_text_alone_has_no_count_in_the_other()
    {
        DefinitionEffect effect = Of(DefinitionKind.Lifecycle, Stages, Changed(Stages, "buyer", "client"))!;

        Assert.Equal([("quiet", 1, 1), ("client", null, 3), ("seen", 1, 1), ("buyer", 3, null)], Rows(effect));
        Assert.Equal(3, effect.Changed);
    }

    [Fact]
    public void New_lifecycle_has_counts_and_nobody_moves()
    {
        DefinitionEffect effect = Of(DefinitionKind.Lifecycle, null, Stages)!;

        Assert.Equal([("quiet", null, 1), ("buyer", null, 3), ("seen", null, 1)], Rows(effect));
        Assert.Null(effect.Changed);
    }

    [Fact]
    public void Threshold_that_was_adopted_stays_in_force_over_both_texts()
    {
        string shorter = Changed(Stages, "slow: 30 days", "slow: 23 days");
        Assert.Equal(1, Of(DefinitionKind.Lifecycle, Stages, shorter)!.Changed); // the one silent for 24 days

        LifecycleLibrary plain = LifecycleLibrary.BuiltIn();
        Adoption adoption = AdoptedThresholds.Adopt(plain, plain.Check(Stages).Definition!, _histories, _at, string.Empty, new Dictionary<string, Period> { ["slow"] = Period.OfDays(60) });
        string document = AdoptedThresholds.Append(null, adoption);
        var adopted = new LifecycleLibrary(null, name => name == AdoptedThresholds.DocumentOf("ours") ? document : null);
        Assert.Equal(0, new DefinitionTrial(_histories, adopted, string.Empty, _at).Of(DefinitionKind.Lifecycle, Stages, shorter)!.Changed);
    }

    [Fact]
    public void Changed_outcome_counts_who_is_eligible_and_who_left_since()
    {
        DefinitionEffect effect = Of(DefinitionKind.Churn, Leaving, Changed(Leaving, "orders >= 1", "orders >= 2"))!;

        Assert.Equal([(4, 2), (3, 1), (1, 0)], effect.Rows.Select(row => (row.Before!.Value, row.After!.Value)));
        Assert.Equal((null, 5), (effect.Changed, effect.All));
    }

    [Fact]
    public void Text_with_errors_and_a_kind_that_counts_nobody_have_no_effect()
    {
        Assert.Null(Of(DefinitionKind.Lifecycle, Stages, Changed(Stages, "orders >= 1", "ordres >= 1")));
        Assert.Null(Of(DefinitionKind.Churn, Leaving, Changed(Leaving, "2 months", "soon")));
        Assert.Null(Of(DefinitionKind.Calendar, null, "calendar: shops"));
    }

    private static DefinitionEffect? Of(DefinitionKind kind, string? saved, string changed) =>
        new DefinitionTrial(_histories, LifecycleLibrary.BuiltIn(), string.Empty, _at).Of(kind, saved, changed);

    private static IEnumerable<(string, int?, int?)> Rows(DefinitionEffect effect) => effect.Rows.Select(row => (row.Name.En, row.Before, row.After));

    private static string Changed(string text, string from, string to) => text.Replace(from, to, StringComparison.Ordinal);

    private static Story Customer() => new(SubjectType.Customer);
}
