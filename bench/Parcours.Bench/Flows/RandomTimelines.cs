using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Bench.Flows;

/// <summary>Timelines of a shop's shape, without the facts behind them: suspects, buyers at their own rhythm, lapses, losses and returns over five years.</summary>
internal static class RandomTimelines
{
    private const int LastDay = 20_000; // late 2024
    private const int Years5 = 5 * 365;

    private static readonly ImmutableArray<Stage> Stages =
    [
        new(0, "lost", new("Lost", "Perdu"), -1),
        new(1, "inactive", new("Inactive", "Inactif"), -1),
        new(2, "active", new("Active", "Actif"), 3),
        new(3, "new", new("New", "Nouveau client"), 2),
        new(4, "prospect", new("Prospect", "Prospect"), 1),
        new(5, "suspect", new("Suspect", "Suspect"), 0),
    ];

    public static Instant At => Calendar.Utc.EndOfDay(LastDay);

    public static Timelines Of(int subjects, int seed)
    {
        var blocks = new Timelines.Block[(subjects + Timelines.BlockWidth - 1) / Timelines.BlockWidth];
        Parallel.For(0, blocks.Length, block =>
        {
            var random = new Random(seed + block);
            int count = Math.Min(Timelines.BlockWidth, subjects - (block * Timelines.BlockWidth));
            int[] starts = new int[count + 1];
            var spans = new List<StageSpan>();
            for (int i = 0; i < count; i++)
            {
                Subject(random, spans);
                starts[i + 1] = spans.Count;
            }

            blocks[block] = new Timelines.Block(starts, [.. spans]);
        });
        return new Timelines(Stages, subjects, [.. blocks]);
    }

    public static Subjects Keys(int subjects) => Subjects.Of([.. Enumerable.Range(0, subjects).Select(subject => $"C{subject:0000000}")]);

    private static void Subject(Random random, List<StageSpan> spans)
    {
        double day = LastDay - (random.NextDouble() * Years5);
        short stage = (short)(random.NextDouble() < 0.5 ? 5 : random.NextDouble() < 0.5 ? 4 : 3);
        double rhythm = -Math.Log(1 - random.NextDouble()) * 200;
        while (day < LastDay + 1000)
        {
            spans.Add(new StageSpan(new Instant((long)(day * Instant.MicrosPerDay)), stage, stage));
            double wait = -Math.Log(1 - random.NextDouble()) * (stage <= 1 ? 600 : rhythm + 10);
            (stage, day) = (stage, random.NextDouble()) switch
            {
                (0, _) => ((short)2, day + wait + 30),
                (1, < 0.5) => ((short)0, day + 182),
                (1, _) => ((short)2, day + wait),
                (2 or 3, < 0.6) => ((short)1, day + wait + 183),
                (3, _) => ((short)2, day + wait),
                (2, _) => ((short)1, day + wait + 400),
                (4, _) => ((short)3, day + wait),
                _ => ((short)4, day + wait),
            };
        }
    }
}
