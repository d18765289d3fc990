namespace Parcours.Statistics.Boosting;

/// <summary>A question that parts a leaf's rows: what goes left, and what it gains; a gain of 0 is no question.</summary>
internal struct Split
{
    public double Gain;
    public int Feature;
    public BinSet GoesLeft;
    public Sums Left;
}

/// <summary>What histograms add up, as <see cref="GradientScale"/> packs it.</summary>
internal readonly record struct Sums(long Gradient, long Packed)
{
    public int Rows => GradientScale.Rows(Packed);

    public static Sums operator +(Sums left, Sums right) => new(left.Gradient + right.Gradient, left.Packed + right.Packed);

    public static Sums operator -(Sums left, Sums right) => new(left.Gradient - right.Gradient, left.Packed - right.Packed);
}
