using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports;

/// <summary>The pages under test, on disk as a reader would open them.</summary>
internal static class ReportPages
{
    /// <summary>Writes a page and returns its address.</summary>
    public static string Write(string model, string language)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "pages");
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, $"{model}-{language}.html");
        File.WriteAllText(file, ReportPage.Write(Model(model), ReportLanguage.Of(language)));
        return new Uri(file).AbsoluteUri;
    }

    private static ReportModel Model(string name) => name switch
    {
        "full" => SampleReport.Full,
        "extreme" => SampleReport.Extreme,
        "hostile" => SampleReport.Hostile,
        "empty" => SampleReport.Empty,
        "shop" => ShopReport.Build("crm-segments", ShopReport.End),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such report."),
    };
}
