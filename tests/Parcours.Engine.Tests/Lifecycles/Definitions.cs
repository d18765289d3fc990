using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Lifecycles;

/// <summary>The built-in lifecycles, read once, and one that uses every corner of the language.</summary>
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

    private static readonly Dictionary<string, LifecycleDefinition> Known =
        BuiltInLifecycles.Ids.ToDictionary(id => id, id => BuiltInLifecycles.Find(id)!, StringComparer.Ordinal);

    /// <summary>Everything, "corners" included.</summary>
    public static IReadOnlyList<LifecycleDefinition> All { get; } = [.. Known.Values, ReadCorners()];

    public static LifecycleDefinition? Find(string id) => Known.GetValueOrDefault(id);

    private static LifecycleDefinition ReadCorners()
    {
        (LifecycleDefinition? definition, var errors) = LifecycleFile.Read(Corners, Find);
        return definition ?? throw new InvalidOperationException(string.Join("; ", errors));
    }
}
