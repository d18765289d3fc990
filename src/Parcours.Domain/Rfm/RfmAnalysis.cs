using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Rfm;

/// <summary>
/// Recency, frequency and money of every subject with an order, as known at a date, scored by quantile. Subjects are ranked by the value,
/// then the first order, then the key, so that no two are equal; the score is <c>1 + floor(n × rank / N)</c>, ranks from 0.
/// </summary>
public sealed class RfmAnalysis
{
    private RfmAnalysis(Instant at, int quantiles, RfmTotals totals, ImmutableArray<RfmScore> scores)
    {
        At = at;
        Quantiles = quantiles;
        Totals = totals;
        Scores = scores;
    }

    /// <summary>The date.</summary>
    public Instant At { get; }

    /// <summary>How many quantiles: scores go from 1 to it.</summary>
    public int Quantiles { get; }

    /// <summary>The sums.</summary>
    public RfmTotals Totals { get; }

    /// <summary>The customers' scores, by subject.</summary>
    public ImmutableArray<RfmScore> Scores { get; }

    /// <summary>Analyses a base as it was at a date.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date: later facts are not known.</param>
    /// <param name="quantiles">1 to 1000; 5 for quintiles.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantiles"/> is out of range.</exception>
    public static RfmAnalysis Compute(HistoryBase histories, Instant at, int quantiles = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quantiles, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quantiles, 1000);
        RfmScan scan = SubjectRanges.Fold(
            histories.SubjectCount, () => new RfmScan(), (partial, from, to) => partial.Read(histories, at, from, to), (into, partial) => into.Add(partial));
        return new(at, quantiles, scan.Totals(), RfmRanking.Score(scan, histories, at, quantiles));
    }

    /// <summary>The cells that hold somebody, the best scores first.</summary>
    public IReadOnlyList<RfmCell> Cells() =>
    [
        .. Scores.GroupBy(score => (score.Recency, score.Frequency, score.Money))
            .Select(cell => new RfmCell(cell.Key.Recency, cell.Key.Frequency, cell.Key.Money, cell.LongCount(), cell.Sum(score => score.Spend)))
            .OrderByDescending(cell => cell.Recency).ThenByDescending(cell => cell.Frequency).ThenByDescending(cell => cell.Money),
    ];
}
