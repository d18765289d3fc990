using System.Numerics;

namespace Parcours.Statistics.Numerics;

/// <summary>
/// A stream of chance that is the same for a seed on every machine and version: xoshiro256** (Blackman and Vigna 2021), seeded through splitmix64.
/// Not thread safe; give each block of work its own seed.
/// </summary>
internal sealed class SeededRandom
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;
    private double _spareNormal = double.NaN;

    /// <summary>The stream of <paramref name="seed"/>; <paramref name="stream"/> tells apart independent streams of one seed.</summary>
    public SeededRandom(ulong seed, ulong stream = 0)
    {
        ulong state = seed ^ (stream * 0xD1342543DE82EF95UL);
        _a = Split(ref state);
        _b = Split(ref state);
        _c = Split(ref state);
        _d = Split(ref state);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform, strictly between 0 and 1.</summary>
    public double NextDouble() => ((NextBits() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Uniform over 0 up to but without <paramref name="bound"/>, which is above 0.</summary>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        // The high half of a 64 x 64 product; its bias, below 2^-33, is out of reach of any test.
        return (int)Math.BigMul(NextBits(), (ulong)bound, out _);
    }

    /// <summary>Standard normal (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spareNormal))
        {
            double spare = _spareNormal;
            _spareNormal = double.NaN;
            return spare;
        }

        while (true)
        {
            double u = (2 * NextDouble()) - 1;
            double v = (2 * NextDouble()) - 1;
            double square = (u * u) + (v * v);
            if (square < 1)
            {
                double factor = Math.Sqrt(-2 * Math.Log(square) / square);
                _spareNormal = v * factor;
                return u * factor;
            }
        }
    }

    /// <summary>Exponential with mean 1 / <paramref name="rate"/>.</summary>
    public double NextExponential(double rate) => -Math.Log(NextDouble()) / rate;

    /// <summary>Gamma with mean <paramref name="shape"/> / <paramref name="rate"/>; may be 0 when the shape is tiny.</summary>
    public double NextGamma(double shape, double rate) => Math.Exp(NextLogGamma(shape)) / rate;

    /// <summary>Beta with mean a / (a + b), and its complement, so that neither is lost when the other is near 1.</summary>
    public (double Value, double Complement) NextBeta(double a, double b)
    {
        double logOdds = NextLogGamma(b) - NextLogGamma(a);
        return (LogSpace.OneOver1PExp(logOdds), LogSpace.OneOver1PExp(-logOdds));
    }

    /// <summary>Poisson with mean <paramref name="mean"/>, at or above 0.</summary>
    public int NextPoisson(double mean)
    {
        int count = 0;
        while (mean > 30)
        {
            // The k-th event falls at a Gamma(k) time: before the end, go on from there; after it, the events before are spread evenly (Ahrens and Dieter 1974).
            int half = (int)(mean * 7 / 8);
            double time = NextGamma(half, 1);
            if (time > mean)
            {
                return count + NextBinomial(half - 1, mean / time);
            }

            count += half;
            mean -= time;
        }

        double product = NextDouble();
        double limit = Math.Exp(-mean);
        while (product > limit)
        {
            product *= NextDouble();
            count++;
        }

        return count;
    }

    /// <summary>The number of successes of <paramref name="trials"/> independent trials of one <paramref name="probability"/>.</summary>
    public int NextBinomial(int trials, double probability)
    {
        int successes = 0;
        while (trials > 30)
        {
            // The middle one of the sorted uniforms is a Beta: it tells on which side half of them fall.
            int middle = (trials + 1) / 2;
            (double value, double complement) = NextBeta(middle, trials + 1 - middle);
            if (value <= probability)
            {
                successes += middle;
                trials -= middle;
                probability = Math.Min(1, (probability - value) / complement);
            }
            else
            {
                trials = middle - 1;
                probability /= value;
            }
        }

        for (int i = 0; i < trials; i++)
        {
            successes += NextDouble() < probability ? 1 : 0;
        }

        return successes;
    }

    // ln of a Gamma(shape, 1) draw: Marsaglia and Tsang 2000, and for a shape below one their step from shape + 1, in logarithms lest it fall to zero.
    private double NextLogGamma(double shape)
    {
        if (shape < 1)
        {
            return NextLogGamma(shape + 1) + (Math.Log(NextDouble()) / shape);
        }

        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = NextNormal();
            double v = 1 + (c * x);
            if (v > 0)
            {
                double logV = 3 * Math.Log(v);
                if (Math.Log(NextDouble()) < (0.5 * x * x) + (d * (1 - (v * v * v) + logV)))
                {
                    return Math.Log(d) + logV;
                }
            }
        }
    }

    private static ulong Split(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
