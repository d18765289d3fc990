using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;
using Parcours.Statistics.Learners;

namespace Parcours.Engine.Churn;

/// <summary>Tries to make the future leak into what is known at a date.</summary>
public sealed class LeakTests
{
    [Fact]
    public void Features_on_the_full_history_equal_those_on_the_history_cut_at_the_date() => Prop.ForAll(Plot.Any(6, 40), plot =>
    {
        HistoryBase full = plot.Base(SubjectType.Customer);
        ChurnDefinition everyone = new ChurnLibrary(null).Find("stopped-buying")! with { Eligible = new("always") };
        foreach (Instant cut in plot.Moments(0).Concat(plot.Moments(plot.Subjects - 1)))
        {
            HistoryBase past = plot.Base(
                SubjectType.Customer,
                [.. plot.Rows.Select(rows => rows.Where(row => row.Fact.At <= cut))],
                [.. Enumerable.Range(0, plot.Subjects).Select(Plot.KeyOf)]);
            ChurnWindow seen = new ChurnWindows(full, cut).Open(everyone, cut);
            ChurnWindow alone = new ChurnWindows(past, cut).Open(everyone, cut);

            Assert.Equal(alone.Subjects, seen.Subjects);
            Assert.Equal(alone.Features.Columns.Select(column => column.Name), seen.Features.Columns.Select(column => column.Name));
            foreach (FeatureColumn found in seen.Features.Columns)
            {
                Assert.True(alone.Features[found.Name].Values.Span.SequenceEqual(found.Values.Span, null), $"{found.Name} leaks at {cut}, seed {plot.Seed}");
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Every_feature_takes_more_than_one_value_in_the_leak_test()
    {
        // A feature that is always missing cannot leak, and proves nothing.
        var values = FeatureList.All.ToDictionary(feature => feature.Id, _ => new HashSet<float>());
        for (int seed = 0; seed < 60; seed++)
        {
            var plot = new Plot(seed, 6, 40, seed % 5);
            HistoryBase histories = plot.Base(SubjectType.Customer);
            FeatureValues found = FeatureScan.Compute(histories, FactSpan.Of(histories).Last, [.. Enumerable.Range(0, plot.Subjects)]);
            foreach (Feature feature in FeatureList.All)
            {
                values[feature.Id].UnionWith(found[feature.Id]);
            }
        }

        Assert.Empty(values.Where(entry => entry.Value.Count < 2).Select(entry => entry.Key));
    }
}
