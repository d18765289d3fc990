using System.Reflection;

namespace Parcours.Engine.Reports.Writing;

/// <summary>The style and the scripts that every report carries, read once from the assembly.</summary>
internal static class ReportAssets
{
    private static readonly Lazy<string> LazyStyle = new(() => Read("report.css"));
    private static readonly Lazy<string> LazyCharts = new(() => Read("echarts.min.js"));
    private static readonly Lazy<string> LazyScript = new(() =>
        "(() => {\n'use strict';\n" + string.Concat(new[] { "format.js", "theme.js", "flows.js", "bars.js", "heat.js", "histogram.js", "months.js", "lines.js", "page.js" }.Select(Read)) + "})();\n");

    /// <summary>The style sheet.</summary>
    public static string Style => LazyStyle.Value;

    /// <summary>Apache ECharts.</summary>
    public static string Charts => LazyCharts.Value;

    /// <summary>What draws the figures.</summary>
    public static string Script => LazyScript.Value;

    // One kind of line end, whatever the checkout did: the content policy hashes what the browser sees.
    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Parcours.Engine.Reports." + name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
