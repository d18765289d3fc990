namespace Parcours.Statistics.Clusters;

/// <summary>How far apart two points are.</summary>
internal static class Distances
{
    /// <summary>The square of the Euclidean distance.</summary>
    public static double Squared(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }

        return sum;
    }
}
