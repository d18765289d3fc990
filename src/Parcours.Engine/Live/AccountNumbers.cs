namespace Parcours.Engine.Live;

/// <summary>The numbers that what comes in is accounted under: above 0 those of keys, below 0 those of sources and, far below, those of imports.</summary>
public static class AccountNumbers
{
    /// <summary>The number that stands before those of imports.</summary>
    public const int BeforeImports = -1_000_000_000;

    /// <summary>The number of an import.</summary>
    /// <param name="import">Its own number, 1 or more.</param>
    public static int OfImport(int import) => BeforeImports - import;

    /// <summary>Whether a number is an import's.</summary>
    public static bool IsImport(int number) => number < BeforeImports;

    /// <summary>The import's own number.</summary>
    public static int ImportOf(int number) => BeforeImports - number;
}
