namespace Parcours.Statistics.Learners;

/// <summary>
/// One feature of every row. A missing value is <see cref="float.NaN"/>; nothing that learners give back is ever NaN. The values are not copied: whoever
/// made the array must leave it alone.
/// </summary>
public sealed class FeatureColumn
{
    // Beyond this, neighbouring whole numbers are one float.
    private const float MostCodes = 1 << 24;

    private FeatureColumn(string name, FeatureKind kind, ReadOnlyMemory<float> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Kind = kind;
        Values = values;
    }

    /// <summary>The feature's name, by which a model finds it again.</summary>
    public string Name { get; }

    /// <summary>How to read the values.</summary>
    public FeatureKind Kind { get; }

    /// <summary>One a row: finite, or NaN where missing.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>A feature that is an amount, a count, a delay.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="values">One a row: finite in any unit, or NaN where missing.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static FeatureColumn Number(string name, ReadOnlyMemory<float> values)
    {
        foreach (float value in values.Span)
        {
            if (float.IsInfinity(value))
            {
                throw new ArgumentException($"{name} has an infinite value: a number is finite, or NaN where it is missing.", nameof(values));
            }
        }

        return new(name, FeatureKind.Number, values);
    }

    /// <summary>A feature that is a code for a word.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="codes">One a row: a whole number from 0 to 2^24 - 1, or NaN where missing.</param>
    /// <exception cref="ArgumentException">A value is no such code.</exception>
    public static FeatureColumn Category(string name, ReadOnlyMemory<float> codes)
    {
        foreach (float code in codes.Span)
        {
            if (!float.IsNaN(code) && !(code >= 0 && code < MostCodes && code == MathF.Floor(code)))
            {
                throw new ArgumentException($"{name} has {code}: a category is a whole number from 0 to {MostCodes - 1}, or NaN where it is missing.", nameof(codes));
            }
        }

        return new(name, FeatureKind.Category, codes);
    }

    internal FeatureColumn Take(ReadOnlySpan<int> rows)
    {
        float[] taken = new float[rows.Length];
        ReadOnlySpan<float> values = Values.Span;
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = values[rows[i]];
        }

        return new(Name, Kind, taken);
    }
}
