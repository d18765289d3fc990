namespace Parcours.Domain.Conversion;

/// <summary>
/// Numbers what can become of a stay: for each step, each outcome on each day from 0 to the last horizon, and one cell for those that
/// lasted longer, since no horizon asks how much longer. Counts by cell are all that the estimates need.
/// </summary>
internal static class StayCells
{
    /// <summary>Ended in a later stage of the path.</summary>
    public const int Success = 0;

    /// <summary>Ended off the path or in an earlier stage.</summary>
    public const int Exit = 1;

    /// <summary>Still running at the analysis date.</summary>
    public const int Running = 2;

    /// <summary>The last day told apart.</summary>
    public const int LastDay = 365;

    private const int Outcomes = 3;

    /// <summary>How many cells a step has: its days by outcome, then one for each outcome after the last day.</summary>
    public const int PerStep = (LastDay + 2) * Outcomes;

    /// <summary>The cell of an outcome after so many days.</summary>
    public static int Of(int step, int days, int outcome) => (step * PerStep) + (Math.Min(days, LastDay + 1) * Outcomes) + outcome;

    /// <summary>The step of a cell.</summary>
    public static int StepOf(int cell) => cell / PerStep;
}
