namespace Parcours.Web.Customers;

/// <summary>A list of customers as the condition of a segment.</summary>
public static class SegmentCondition
{
    /// <summary>The condition; null where no condition says the very same, and where nothing narrows the list.</summary>
    /// <param name="query">What the list was asked for.</param>
    /// <param name="lifecycle">The lifecycle of its stages.</param>
    public static string? Of(CustomerQuery query, string lifecycle)
    {
        // What somebody typed to find a person is no rule, and a condition holds for the day on which a segment is read.
        bool cannot = query.Text.Length > 0 || query.Map.Length > 0
            || (query.At.Length > 0 && query.Where.Length + query.Rfm.Length + query.Segment.Length > 0)
            || (query.From.Length + query.To.Length + query.FromStage.Length > 0 && (query.From.Length == 0 || query.FromStage is "" or "none" || query.ToStage.Length == 0));
        string[] parts = [.. Parts(query, lifecycle)];
        return cannot || parts.Length == 0 ? null : parts.Length == 1 ? parts[0]
            : string.Join(" and ", parts.Select(part => part == query.Where ? $"({part})" : part));
    }

    private static IEnumerable<string> Parts(CustomerQuery query, string lifecycle)
    {
        if (query.Where.Length > 0)
        {
            yield return query.Where;
        }

        if (query.Stage.Length > 0)
        {
            yield return Stage(lifecycle, query.Stage, query.At);
        }

        if (query.FromStage.Length > 0)
        {
            yield return Stage(lifecycle, query.FromStage, query.From);
        }

        if (query.ToStage.Length > 0)
        {
            yield return Stage(lifecycle, query.ToStage, query.To.Length > 0 ? query.To : query.At);
        }

        if (query.Rfm.Length > 0)
        {
            yield return Stage("rfm-10", query.Rfm, string.Empty);
        }

        if (query.Segment.Length > 0)
        {
            yield return $"segment({Quoted(query.Segment)})";
        }
    }

    private static string Stage(string lifecycle, string stage, string at) =>
        at.Length == 0 ? $"stage({Quoted(lifecycle)}) = {Quoted(stage)}" : $"stage({Quoted(lifecycle)}, at: {at}) = {Quoted(stage)}";

    private static string Quoted(string name) => "'" + name.Replace("'", string.Empty, StringComparison.Ordinal) + "'";
}
