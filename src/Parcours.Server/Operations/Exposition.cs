using System.Text;
using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Operations;

/// <summary>The metrics in the text format of Prometheus, version 0.0.4.</summary>
internal static class Exposition
{
    internal static IResult Write(MetricsBook book)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string, MetricSeries> metric in book.Read().GroupBy(series => series.Name))
        {
            MetricSeries first = metric.First();
            text.Append("# HELP ").Append(first.Name).Append(' ').Append(first.Description.Replace("\\", "\\\\").Replace("\n", "\\n")).Append('\n');
            text.Append("# TYPE ").Append(first.Name).Append(first.IsHistogram ? " histogram" : first.IsCounter ? " counter" : " gauge").Append('\n');
            foreach (MetricSeries series in metric)
            {
                series.Write(text);
            }
        }

        return TypedResults.Text(text.ToString(), "text/plain; version=0.0.4; charset=utf-8");
    }
}
