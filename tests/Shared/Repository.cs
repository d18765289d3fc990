namespace Parcours.Testing;

/// <summary>The working copy these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Parcours.slnx, found upwards from the test's own folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Parcours.slnx")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No Parcours.slnx above {folder}.");
    }
}
