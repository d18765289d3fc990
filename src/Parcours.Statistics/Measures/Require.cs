namespace Parcours.Statistics.Measures;

/// <summary>What every measure asks of its arguments: a fault here is a bug of the caller.</summary>
internal static class Require
{
    public static void SameLength(int scores, int outcomes)
    {
        if (scores != outcomes)
        {
            throw new ArgumentException($"{scores} scores for {outcomes} outcomes: there must be one for each row.");
        }
    }

    public static void Numbers(ReadOnlySpan<double> values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsFinite(values[row]))
            {
                throw new ArgumentException($"Row {row} has {values[row]}: a finite number is needed.");
            }
        }
    }

    public static void Probabilities(ReadOnlySpan<double> values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (values[row] is not (>= 0 and <= 1))
            {
                throw new ArgumentException($"Row {row} has {values[row]}: a probability is 0 to 1.");
            }
        }
    }

    public static double[] AsNumbers(ReadOnlySpan<bool> outcomes)
    {
        double[] numbers = new double[outcomes.Length];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = outcomes[row] ? 1 : 0;
        }

        return numbers;
    }
}
