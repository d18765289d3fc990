using System.Collections.Immutable;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>
/// The stage spans of every subject under one lifecycle, over all time: the past from the facts, and after the last fact
/// what will happen if nothing more does. Gapless, without two equal stages in a row, from the subject's first fact on.
/// A subject that the lifecycle does not cover (an account under a customers' lifecycle) has no span.
/// </summary>
public sealed class Timelines
{
    /// <summary>How many subjects a block holds.</summary>
    public const int BlockWidth = 4096;

    private readonly ImmutableArray<Block> _blocks;

    internal Timelines(ImmutableArray<Stage> stages, int subjectCount, ImmutableArray<Block> blocks)
    {
        Stages = stages;
        SubjectCount = subjectCount;
        _blocks = blocks;
    }

    /// <summary>The stages of the lifecycle, by index.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>How many subjects the base has.</summary>
    public int SubjectCount { get; }

    /// <summary>The spans of a subject, in time order; empty when the lifecycle does not cover it.</summary>
    public ReadOnlySpan<StageSpan> Of(int subject)
    {
        Block block = _blocks[subject / BlockWidth];
        int place = subject % BlockWidth;
        return block.Spans.AsSpan(block.Starts[place], block.Starts[place + 1] - block.Starts[place]);
    }

    /// <summary>The place among a subject's spans of the one a subject is in at an instant; -1 before its first fact.</summary>
    public static int At(ReadOnlySpan<StageSpan> spans, Instant at)
    {
        int place = spans.Length - 1;
        while (place >= 0 && spans[place].From > at)
        {
            place--;
        }

        return place;
    }

    /// <summary>The index of the stage a subject is in at an instant; -1 before its first fact or when not covered.</summary>
    public int StageAt(int subject, Instant at)
    {
        ReadOnlySpan<StageSpan> spans = Of(subject);
        int place = At(spans, at);
        return place < 0 ? -1 : spans[place].Stage;
    }

    /// <summary>Puts spans together that were computed subject by subject.</summary>
    /// <param name="stages">The stages, by index.</param>
    /// <param name="spans">The spans of each subject, in time order.</param>
    public static Timelines Of(ImmutableArray<Stage> stages, IReadOnlyList<IReadOnlyList<StageSpan>> spans)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (int first = 0; first < spans.Count; first += BlockWidth)
        {
            int count = Math.Min(BlockWidth, spans.Count - first);
            int[] starts = new int[count + 1];
            var all = new List<StageSpan>();
            for (int i = 0; i < count; i++)
            {
                all.AddRange(spans[first + i]);
                starts[i + 1] = all.Count;
            }

            blocks.Add(new Block(starts, [.. all]));
        }

        return new Timelines(stages, spans.Count, blocks.ToImmutable());
    }

    internal readonly record struct Block(int[] Starts, StageSpan[] Spans);
}
