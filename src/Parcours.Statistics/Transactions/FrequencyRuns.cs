namespace Parcours.Statistics.Transactions;

/// <summary>The distinct frequencies of sorted groups, so that what depends on the frequency alone is computed once.</summary>
internal sealed class FrequencyRuns
{
    public FrequencyRuns(PurchaseGroups groups)
    {
        ReadOnlySpan<PurchaseSummary> summaries = groups.Summaries;
        var frequencies = new List<int>();
        OfGroup = new int[summaries.Length];
        for (int i = 0; i < summaries.Length; i++)
        {
            if (frequencies.Count == 0 || frequencies[^1] != summaries[i].Frequency)
            {
                frequencies.Add(summaries[i].Frequency);
            }

            OfGroup[i] = frequencies.Count - 1;
        }

        Frequencies = [.. frequencies];
    }

    /// <summary>The frequencies, increasing.</summary>
    public int[] Frequencies { get; }

    /// <summary>For each group, the place of its frequency.</summary>
    public int[] OfGroup { get; }
}
