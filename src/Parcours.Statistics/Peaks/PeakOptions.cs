namespace Parcours.Statistics.Peaks;

/// <summary>How peaks are looked for.</summary>
/// <param name="Level">The chance, above 0 and below 1, of finding at least one peak where there is none.</param>
/// <param name="LeastRatio">How many times the baseline a run must reach to be told: smaller ones may be sure, but change nothing.</param>
/// <param name="Longest">The longest run looked at, in periods; 1 or more.</param>
/// <param name="Simulations">How many series without peaks the runs are compared with; 99 or more, and more than 1 / <paramref name="Level"/>.</param>
/// <param name="Seed">Of the simulations.</param>
public sealed record PeakOptions(double Level = 0.05, double LeastRatio = 1.2, int Longest = 8, int Simulations = 999, ulong Seed = 20_250_107)
{
    /// <summary>Options for a level, with as many simulations as it takes to reach it.</summary>
    /// <param name="level">Above 0 and below 1.</param>
    public static PeakOptions At(double level) => new(Level: level, Simulations: Math.Max(999, (int)Math.Ceiling(10 / level)));
}
