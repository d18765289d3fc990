using System.Globalization;
using System.Text;

namespace Parcours.Bench.Lifecycles;

/// <summary>Draws seconds against facts on two logarithmic scales, with the straight line that exact proportion would give.</summary>
internal static class ScalingPlot
{
    private const double Left = 70;
    private const double Bottom = 330;
    private const double Wide = 480;
    private const double High = 290;

    public static string Svg(string title, IReadOnlyList<(string Series, double Facts, double Seconds)> points)
    {
        var svg = new StringBuilder();
        svg.AppendLine("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"400\" font-family=\"sans-serif\" font-size=\"12\">");
        svg.AppendLine("<rect width=\"640\" height=\"400\" fill=\"white\"/>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"22\" font-size=\"15\">{title}</text>");
        for (int power = 5; power <= 7; power++)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(Math.Pow(10, power)):F0}\" y=\"350\" text-anchor=\"middle\">10^{power} facts</text>");
        }

        for (int power = -2; power <= 0; power++)
        {
            double y = Y(Math.Pow(10, power));
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 4:F0}\" text-anchor=\"end\">{Math.Pow(10, power):0.##} s</text>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Left + Wide}\" y1=\"{y:F0}\" y2=\"{y:F0}\" stroke=\"#ddd\"/>");
        }

        string[] colours = ["#2166ac", "#b35806"];
        string[] series = [.. points.Select(point => point.Series).Distinct()];
        for (int i = 0; i < series.Length; i++)
        {
            var own = points.Where(point => point.Series == series[i]).OrderBy(point => point.Facts).ToList();
            (_, double facts, double seconds) = own[^1];
            svg.AppendLine(CultureInfo.InvariantCulture, $"<line x1=\"{X(1e5):F0}\" y1=\"{Y(seconds * 1e5 / facts):F0}\" x2=\"{X(facts):F0}\" y2=\"{Y(seconds):F0}\" stroke=\"{colours[i]}\" stroke-dasharray=\"4 4\" opacity=\"0.5\"/>");
            foreach ((_, double x, double y) in own)
            {
                svg.AppendLine(CultureInfo.InvariantCulture, $"<circle cx=\"{X(x):F0}\" cy=\"{Y(y):F0}\" r=\"4\" fill=\"{colours[i]}\"/>");
            }

            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Left + 10}\" y=\"{56 + (i * 18)}\" fill=\"{colours[i]}\">{series[i]} (dashed: exact proportion)</text>");
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static double X(double facts) => Left + ((Math.Log10(facts) - 4.9) / 2.5 * Wide);

    private static double Y(double seconds) => Bottom - ((Math.Log10(Math.Max(seconds, 0.003)) + 2.5) / 3.1 * High);
}
