using System.Collections.Immutable;

namespace Parcours.Domain.Conversion;

/// <summary>
/// How many times each replicate of the bootstrap draws a subject: Poisson(1), independent between subjects and replicates, which is what drawing
/// n subjects out of n with replacement tends to. A draw depends on the seed, the subject's key and the replicate alone, never on the order of
/// subjects or on the thread. Hanley and MacGibbon, "Creating non-parametric bootstrap samples using Poisson frequencies", CMPB 83 (2006).
/// </summary>
internal static class PoissonDraws
{
    private const int Bits = 12;
    private const int PerHash = 64 / Bits;

    // Of 4,096 equally likely draws, how many give 0, 1, 2...: the rounded Poisson(1) probabilities, with mean exactly 1 and variance 0.9985.
    private static readonly ImmutableArray<int> Frequencies = [1507, 1506, 754, 251, 63, 13, 2];

    private static readonly byte[] Counts = [.. Frequencies.SelectMany((frequency, count) => Enumerable.Repeat((byte)count, frequency))];

    /// <summary>A number that stands for a subject's key: FNV-1a over its UTF-8.</summary>
    public static ulong Hash(ReadOnlySpan<byte> key)
    {
        ulong hash = 14_695_981_039_346_656_037;
        foreach (byte letter in key)
        {
            hash = (hash ^ letter) * 1_099_511_628_211;
        }

        return hash;
    }

    /// <summary>Fills in the draws of a subject, one for each replicate.</summary>
    public static void Fill(ulong seed, ulong subject, Span<int> draws)
    {
        byte[] counts = Counts;
        ulong state = Mix(subject ^ Mix(seed));
        for (int first = 0; first < draws.Length; first += PerHash)
        {
            state += 0x9E37_79B9_7F4A_7C15;
            ulong bits = Mix(state);
            int end = Math.Min(first + PerHash, draws.Length);
            for (int replicate = first; replicate < end; replicate++)
            {
                draws[replicate] = counts[(int)(bits & ((1 << Bits) - 1))];
                bits >>= Bits;
            }
        }
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }
}
