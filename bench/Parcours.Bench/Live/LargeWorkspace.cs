using System.Diagnostics;
using System.Globalization;
using Parcours.Bench.Import;

namespace Parcours.Bench.Live;

/// <summary>A workspace of a million customers and ten years of orders up to yesterday, made once by the built program and kept for the next run.</summary>
internal static class LargeWorkspace
{
    public const int Customers = 1_000_000;

    /// <summary>The workspace's folder.</summary>
    /// <param name="program">The built program.</param>
    /// <param name="folder">Where it is made.</param>
    /// <param name="facts">How many orders.</param>
    public static string In(string program, string folder, long facts)
    {
        string workspace = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"workspace-{facts}"));
        if (!File.Exists(Path.Combine(workspace, "parcours.db")))
        {
            Directory.CreateDirectory(folder);
            string file = Path.Combine(folder, "orders.csv");
            OrderFile.WriteOrdersUntil(file, facts, DateTime.UtcNow);
            using Process import = Process.Start(program, ["import", file, "--currency", "EUR", "--workspace", workspace, "--lang", "en"]);
            import.WaitForExit();
            File.Delete(file);
        }

        return workspace;
    }

    /// <summary>A customer of it.</summary>
    public static string Key(Random draw) => draw.Next(Customers).ToString("D7", CultureInfo.InvariantCulture);
}
