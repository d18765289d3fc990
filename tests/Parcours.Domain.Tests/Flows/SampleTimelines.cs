using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>Timelines made by hand or by chance, in whole days since 1970 UTC.</summary>
internal static class SampleTimelines
{
    /// <summary>Four stages on the path, then one off it.</summary>
    public static readonly ImmutableArray<Stage> Stages =
    [
        new(0, "prospect", new("Prospect", "Prospect"), 0),
        new(1, "new", new("New", "Nouveau"), 1),
        new(2, "active", new("Active", "Actif"), 2),
        new(3, "inactive", new("Inactive", "Inactif"), -1),
    ];

    /// <summary>Random timelines: up to 12 subjects, some without a span, up to 8 spans each.</summary>
    public static Arbitrary<Timelines> Any() => Arb.From(
        Gen.Choose(0, 12).SelectMany(count => Gen.ListOf(Spans(), count)).Select(all => Timelines.Of(Stages, [.. all])));

    public static Instant Day(double day) => new((long)(day * Instant.MicrosPerDay));

    /// <summary>A subject's spans from (day, stage) pairs.</summary>
    public static IReadOnlyList<StageSpan> Spans(params (double Day, int Stage)[] moves) =>
        [.. moves.Select(move => new StageSpan(Day(move.Day), (short)move.Stage, 0))];

    public static Timelines Of(params IReadOnlyList<StageSpan>[] subjects) => Timelines.Of(Stages, subjects);

    private static Gen<IReadOnlyList<StageSpan>> Spans() =>
        Gen.Choose(0, 8).SelectMany(count => Gen.ListOf(Gen.Choose(0, 10_000), count * 2)).Select(Build);

    private static IReadOnlyList<StageSpan> Build(IEnumerable<int> numbers)
    {
        var spans = new List<StageSpan>();
        int day = 0;
        foreach (int[] pair in numbers.Chunk(2))
        {
            day += 1 + (pair[0] % 120);
            short stage = (short)(pair[1] % Stages.Length);
            if (spans.Count == 0 || spans[^1].Stage != stage)
            {
                spans.Add(new StageSpan(Day(day), stage, 0));
            }
        }

        return spans;
    }
}
