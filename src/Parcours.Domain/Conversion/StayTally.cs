using System.Numerics;
using Parcours.Domain.Histories;

namespace Parcours.Domain.Conversion;

/// <summary>
/// Counts of stays by cell, once as they are (column 0) and once for each replicate of the bootstrap, in which a stay counts as often as its
/// subject was drawn. Integers: tallies merged in any order give the same counts.
/// </summary>
internal sealed class StayTally
{
    private const int Padding = 16; // whole vectors, whatever their width

    private readonly ulong _seed;
    private readonly int[] _counts;
    private readonly int[] _draws;

    public StayTally(int steps, int replicates, ulong seed)
    {
        Steps = steps;
        Columns = replicates + 1;
        Stride = (Columns + Padding - 1) / Padding * Padding;
        _seed = seed;
        _counts = new int[steps * StayCells.PerStep * Stride];
        _draws = new int[Stride];
        _draws[0] = 1;
    }

    /// <summary>How many steps the path has.</summary>
    public int Steps { get; }

    /// <summary>The stays as they are, then the replicates.</summary>
    public int Columns { get; }

    /// <summary>How far apart two cells lie: the columns, padded.</summary>
    public int Stride { get; }

    /// <summary>The counts of a cell, by column.</summary>
    public ReadOnlySpan<int> this[int cell] => _counts.AsSpan(cell * Stride, Columns);

    /// <summary>Forgets every count.</summary>
    public void Clear() => Array.Clear(_counts);

    /// <summary>Counts stays, those of one subject next to each other.</summary>
    public void Add(ReadOnlySpan<Stay> stays, Subjects subjects)
    {
        int drawn = -1;
        foreach (Stay stay in stays)
        {
            if (stay.Subject != drawn)
            {
                drawn = stay.Subject;
                PoissonDraws.Fill(_seed, PoissonDraws.Hash(subjects.Utf8KeyOf(drawn)), _draws.AsSpan(1, Columns - 1));
            }

            Add(_counts.AsSpan(stay.Cell * Stride, Stride), _draws);
        }
    }

    /// <summary>Adds the counts of another tally of the same shape.</summary>
    public void Add(StayTally other) => Add(_counts, other._counts);

    private static void Add(Span<int> into, ReadOnlySpan<int> from)
    {
        for (int i = 0; i < into.Length; i += Vector<int>.Count)
        {
            (new Vector<int>(into[i..]) + new Vector<int>(from[i..])).CopyTo(into[i..]);
        }
    }
}
