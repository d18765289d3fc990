namespace Parcours.Statistics.Learners;

internal static class SampleWeights
{
    /// <summary>The same weights, once each is known to be finite and 0 or more.</summary>
    public static double[]? Checked(double[]? weights)
    {
        int bad = weights is null ? -1 : Array.FindIndex(weights, weight => !(weight >= 0 && double.IsFinite(weight)));
        return bad < 0 ? weights : throw new ArgumentException($"Row {bad} has the weight {weights![bad]}: a weight is finite and 0 or more.", nameof(weights));
    }
}
