namespace Parcours.Statistics.Survival;

/// <summary>What every survival estimate asks of its arguments: a fault here is a bug of the caller.</summary>
internal static class Durations
{
    public static void Check(ReadOnlySpan<double> durations, ReadOnlySpan<bool> ended)
    {
        if (durations.Length != ended.Length)
        {
            throw new ArgumentException($"{durations.Length} durations, {ended.Length} endings: there must be one a row.");
        }

        for (int row = 0; row < durations.Length; row++)
        {
            if (!(durations[row] >= 0 && double.IsFinite(durations[row])))
            {
                throw new ArgumentException($"Row {row} lasts {durations[row]}: a duration is finite and 0 or more.");
            }
        }
    }
}
