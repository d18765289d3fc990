using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports;

/// <summary>The pages under test, on disk as a reader would open them.</summary>
internal static class ReportPages
{
    private static readonly Dictionary<string, ReportModel> Models = new(StringComparer.Ordinal)
    {
        ["full"] = SampleReport.Full,
        ["empty"] = SampleReport.Empty,
        ["extreme"] = SampleReport.Extreme,
        ["hostile"] = SampleReport.Hostile,
    };

    /// <summary>Writes a page and returns its address.</summary>
    public static string Write(string model, string language)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "pages");
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, $"{model}-{language}.html");
        File.WriteAllText(file, ReportPage.Write(Models[model], ReportLanguage.Of(language)));
        return new Uri(file).AbsoluteUri;
    }
}
