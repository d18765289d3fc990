using System.Collections.Immutable;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rfm;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Rfm;

/// <summary>The maps of <c>parcours rfm</c> and the lifecycles of the same names are one thing said twice.</summary>
public sealed class RfmMapTests
{
    private const byte Euro = 1;
    private static readonly Instant MonthStart = Instant.FromUtc(2025, 6, 1);

    [Theory]
    [InlineData("rfm-10", "rfm-10")]
    [InlineData("shopify", "shopify-rfm")]
    [InlineData("klaviyo", "klaviyo-rfm")]
    public void Map_on_the_first_of_a_month_equals_the_lifecycle(string map, string lifecycle)
    {
        HistoryBase histories = Shop();
        RfmMap groups = RfmMaps.Find(map)!;
        LifecycleLibrary library = LifecycleLibrary.BuiltIn();
        Timelines timelines = library.Analyse(library.Find(lifecycle)!, histories).Timelines;
        var analysis = RfmAnalysis.Compute(histories, MonthStart, groups.Quantiles);
        Assert.Equal(400, analysis.Totals.Customers);
        foreach (RfmScore score in analysis.Scores)
        {
            Assert.Equal(
                timelines.Stages[timelines.StageAt(score.Subject, MonthStart)].Id,
                groups.Groups[groups.GroupOf(score.Recency, score.Frequency, score.Money)].Id);
        }

        Assert.Equal(
            groups.Groups.Append(groups.NoOrder).ToDictionary(group => group.Id, group => group.Name.Fr),
            timelines.Stages.ToDictionary(stage => stage.Id, stage => stage.Name.Fr));
    }

    private static HistoryBase Shop()
    {
        var random = new Random(11);
        var subjects = Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, random.Next(1, 9)).Select(order => new FactRow(
            new Fact(
                new Instant(Instant.FromUtc(2023, 1, 1).Micros + (random.Next(0, 880) * Instant.MicrosPerDay) + order), random.Next(500, 9000), 0, FactKind.Order, Euro, 0),
            1, random.Next(1, int.MaxValue), 0, Extra.None)).ToArray()).ToArray();
        return new HistoryBase(
            ImmutableArray.Create(Segment.Of(subjects)), Subjects.Of([.. subjects.Select((_, i) => $"c{i:000}")]), Vocabulary.Empty, Calendar.Utc, Euro);
    }
}
