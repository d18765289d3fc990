using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>A threshold resolved on a base: what it is worth over time, for all and by category.</summary>
public sealed class Threshold
{
    private readonly Lazy<Threshold>? _fromRhythm;

    internal Threshold(ThresholdRule rule, ThresholdSeries common, IReadOnlyDictionary<int, ThresholdSeries> byCategory, Lazy<Threshold>? fromRhythm = null)
    {
        _fromRhythm = fromRhythm;
        Rule = rule;
        Common = common;
        ByCategory = byCategory;
    }

    /// <summary>How the definition says it is found.</summary>
    public ThresholdRule Rule { get; }

    /// <summary>What the rhythm of the base gives for it, where its value was adopted and no longer follows it; null when nothing was adopted.</summary>
    public Threshold? FromRhythm => _fromRhythm?.Value;

    internal ThresholdSeries Common { get; }

    internal IReadOnlyDictionary<int, ThresholdSeries> ByCategory { get; }

    /// <summary>What it is worth at an instant, for a category's term or (0) in common.</summary>
    public Period At(Instant at, int category = 0) =>
        (ByCategory.GetValueOrDefault(category) ?? Common).At(at.Micros, out _);

    internal bool ResolvesAs(Threshold other) =>
        Common.IsAs(other.Common) && ByCategory.Count == other.ByCategory.Count
        && ByCategory.All(own => other.ByCategory.TryGetValue(own.Key, out ThresholdSeries? series) && own.Value.IsAs(series));

    /// <summary>The categories that have a value of their own, as terms in ascending order.</summary>
    public IEnumerable<int> Categories => ByCategory.Keys.Order();

    internal static Threshold Resolve(ThresholdRule rule, HistoryBase histories, Func<int, RhythmHistory> rhythmOf)
    {
        if (rule.Fixed is { } period)
        {
            Lazy<Threshold>? fromRhythm = rule.Written is { } written ? new(() => Resolve(written, histories, rhythmOf)) : null;
            return new Threshold(rule, new ThresholdSeries(period), new Dictionary<int, ThresholdSeries>(), fromRhythm);
        }

        var byCategory = new Dictionary<int, ThresholdSeries>();
        if (rule.ByCategory)
        {
            IEnumerable<int> categories = Enumerable.Range(1, Math.Max(0, histories.Vocabulary.Count - 1)).Select(histories.Vocabulary.CategoryOf).Where(term => term != 0).Distinct();
            foreach (int category in categories)
            {
                RhythmHistory rhythm = rhythmOf(category);
                if (rhythm.Starts.Count > 0 && rhythm.CustomersAt(rhythm.Starts.Count - 1) >= EnoughForACategory)
                {
                    byCategory[category] = Series(rule, rhythm);
                }
            }
        }

        return new Threshold(rule, Series(rule, rhythmOf(0)), byCategory);
    }

    /// <summary>A category with fewer customers than this with a gap uses the common value.</summary>
    private const int EnoughForACategory = 30;

    private static ThresholdSeries Series(ThresholdRule rule, RhythmHistory rhythm)
    {
        if (rhythm.Starts.Count == 0)
        {
            return new ThresholdSeries(rule.Fallback);
        }

        return new ThresholdSeries(
            [.. rhythm.Starts.Select(start => start.Micros)],
            [.. Enumerable.Range(0, rhythm.Starts.Count).Select(month => rule.From(rhythm.DaysAt(month, rule.Quantile), rhythm.CustomersAt(month)))]);
    }
}
