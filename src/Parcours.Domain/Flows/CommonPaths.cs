using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>The sequences of stages that subjects went through up to a date, the commonest first.</summary>
/// <param name="At">The date, inclusive.</param>
/// <param name="Subjects">All subjects with a fact at or before the date.</param>
/// <param name="Distinct">How many different sequences there are.</param>
/// <param name="Top">The commonest; among equals, the one whose stages come first in the lifecycle.</param>
public sealed record CommonPaths(Instant At, long Subjects, long Distinct, ImmutableArray<CommonPath> Top)
{
    /// <summary>Sequences are told apart by so many first stages; what follows is only marked.</summary>
    public const int LongestPath = 12;

    private const int BitsPerStage = 10;

    /// <summary>Finds the commonest sequences.</summary>
    /// <param name="timelines">The spans, of at most 1,023 stages.</param>
    /// <param name="at">The date, inclusive.</param>
    /// <param name="top">How many to give.</param>
    /// <param name="netSpend">The net spend of a subject up to the date, in minor units; null when values are not wanted.</param>
    public static CommonPaths Of(Timelines timelines, Instant at, int top, Func<int, long>? netSpend)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(timelines.Stages.Length, 1 << BitsPerStage, nameof(timelines));
        Dictionary<UInt128, (long Subjects, long Value)> tallies = SubjectRanges.Fold(
            timelines.SubjectCount,
            () => new Dictionary<UInt128, (long Subjects, long Value)>(),
            (into, first, end) =>
            {
                for (int subject = first; subject < end; subject++)
                {
                    ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
                    spans = spans[..(Timelines.At(spans, at) + 1)];
                    if (!spans.IsEmpty)
                    {
                        Add(into, KeyOf(spans), 1, netSpend?.Invoke(subject) ?? 0);
                    }
                }
            },
            (into, other) =>
            {
                foreach ((UInt128 key, (long subjects, long value)) in other)
                {
                    Add(into, key, subjects, value);
                }
            });

        long all = tallies.Values.Sum(tally => tally.Subjects);
        return new CommonPaths(at, all, tallies.Count, [.. tallies
            .OrderByDescending(path => path.Value.Subjects)
            .ThenBy(path => path.Key)
            .Take(top)
            .Select(path => new CommonPath(
                StagesOf(path.Key),
                (path.Key & 1) != 0,
                path.Value.Subjects,
                (double)path.Value.Subjects / all,
                netSpend is null ? null : path.Value.Value))]);
    }

    private static void Add(Dictionary<UInt128, (long Subjects, long Value)> into, UInt128 key, long subjects, long value)
    {
        ref (long Subjects, long Value) tally = ref CollectionsMarshal.GetValueRefOrAddDefault(into, key, out _);
        tally.Subjects += subjects;
        tally.Value += value;
    }

    // Twelve stages of ten bits from the top down, each plus one so that 0 means "no more"; the last bit says that the path goes on.
    private static UInt128 KeyOf(ReadOnlySpan<StageSpan> spans)
    {
        UInt128 key = spans.Length > LongestPath ? UInt128.One : UInt128.Zero;
        for (int place = 0; place < Math.Min(spans.Length, LongestPath); place++)
        {
            key |= (UInt128)(uint)(spans[place].Stage + 1) << ShiftOf(place);
        }

        return key;
    }

    private static ImmutableArray<int> StagesOf(UInt128 key) =>
        [.. Enumerable.Range(0, LongestPath).Select(place => (int)(uint)(key >> ShiftOf(place)) & ((1 << BitsPerStage) - 1)).TakeWhile(stage => stage > 0).Select(stage => stage - 1)];

    private static int ShiftOf(int place) => 128 - (BitsPerStage * (place + 1));
}
