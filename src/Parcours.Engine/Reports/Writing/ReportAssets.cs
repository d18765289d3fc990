using System.Reflection;

namespace Parcours.Engine.Reports.Writing;

/// <summary>The style and the scripts that every report carries, read once from the assembly.</summary>
public static class ReportAssets
{
    private static readonly Lazy<string> LazyStyle = new(() => Read("report.css"));
    private static readonly Lazy<string> LazyCharts = new(() => Read("echarts.min.js"));
    private static readonly Lazy<string> LazyDrawing = new(() =>
        string.Concat(new[] { "format.js", "theme.js", "flows.js", "bars.js", "heat.js", "histogram.js", "months.js", "lines.js", "draw.js" }.Select(Read)));

    private static readonly Lazy<string> LazyScript = new(() => Enclosed(Drawing + Read("page.js")));

    /// <summary>The style sheet.</summary>
    public static string Style => LazyStyle.Value;

    /// <summary>Apache ECharts.</summary>
    public static string Charts => LazyCharts.Value;

    /// <summary>What draws the figures of the report's page, and does.</summary>
    public static string Script => LazyScript.Value;

    /// <summary>What draws figures, as declarations that a page's own script goes on from.</summary>
    public static string Drawing => LazyDrawing.Value;

    /// <summary>A script that leaves no name behind.</summary>
    public static string Enclosed(string script) => "(() => {\n'use strict';\n" + script + "})();\n";

    // One kind of line end, whatever the checkout did: the content policy hashes what the browser sees.
    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Parcours.Engine.Reports." + name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
