using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Lifecycles;

/// <summary>The built-in lifecycles, read once, one that uses every corner of the language, and one whose rules read churn scores.</summary>
internal static class Definitions
{
    private const string Corners = """
        lifecycle: corners
        name: { en: Corners, fr: Recoins }
        thresholds:
          rhythm: { rhythm: median, times: 1, min: 5 days, max: 200 days }
          slow:   { rhythm: 0.8, times: 1.5, min: 3 days, max: 2 years, per: category }
          monthly: 1 month
        target: attribute(country) = 'FR' or never(attribute_changed)
        path: [seen, fresh, steady]
        stages:
          - id: tired
            when: in_stage >= 45 days and previous_stage in (fresh, steady) and silence(order) >= monthly
          - id: away
            when: silence(order) >= 2 * own_rhythm and orders >= 2 and not stage('crm-segments') = active
          - id: away
            when: silence(order) / gap_median >= 3 or silence(order) - 10 days >= slow
          - id: steady
            when: orders(within 3 months) >= 2 and spend(within 1 year) >= 0.5 * base.mean(spend)
          - id: steady
            when: quantile(average_basket) >= 0.5 and count(order in period(quarter, -1)) >= 1 and reached(fresh)
          - id: fresh
            when: age(order) < 2 months or max(order within slow) >= 20 or categories(before monthly) >= 2
          - id: fresh
            when: (quantity(since refund) >= 1 or last_item(order_line within 60 days) contains 'TEA') and orders >= 1
          - id: odd
            when: orders(in period(month)) >= 1 or 3 * silence(visit) - 30 days < 2 months or score(recency, 7) in (2, 4)
          - id: seen
            when: target and (ever(engagement where date >= 2023-06-01) or gap_cv < 1 or last(survey_answer) != 3)
          - id: nobody
            when: always
        """;

    private const string Scored = """
        lifecycle: scored
        name: { en: Scored, fr: Notés }
        path: [seen, safe]
        stages:
          - id: leaving
            when: orders >= 1 and score(drawn) >= 0.6
          - id: odd
            when: score('drawn') < score(rarely) or score(rarely) = 0 and silence(visit) >= 20 days
          - id: safe
            when: score(drawn) < 0.3
          - id: known
            when: not score(drawn) != 0.5 or count(visit within 2 months) >= 1 and score(drawn) * 2 > 0.9
          - id: seen
            when: always
        """;

    private static readonly Dictionary<string, LifecycleDefinition> Known =
        BuiltInLifecycles.Ids.ToDictionary(id => id, id => BuiltInLifecycles.Find(id)!, StringComparer.Ordinal);

    /// <summary>Everything, "corners" and "scored" included.</summary>
    public static IReadOnlyList<LifecycleDefinition> All { get; } = [.. Known.Values, Read(Corners), Read(Scored)];

    public static LifecycleDefinition? Find(string id) => Known.GetValueOrDefault(id);

    private static LifecycleDefinition Read(string text)
    {
        (LifecycleDefinition? definition, var errors) = LifecycleFile.Read(text, Find, scores: DrawnScores.All);
        return definition ?? throw new InvalidOperationException(string.Join("; ", errors));
    }
}
