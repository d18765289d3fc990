using System.Collections.Immutable;
using Parcours.Cli.Frame;
using Parcours.Statistics.Peaks;

namespace Parcours.Cli.Timing;

/// <summary>A table of weekly rates with bars, for people.</summary>
internal static class RateBars
{
    private const int Width = 24;
    private const int Shown = 12;

    /// <summary>Writes the first weeks, and those that stand out wherever they are.</summary>
    public static void Write(VerbRun run, string title, ImmutableArray<PoissonRate> weeks, ImmutableArray<double> usual, IReadOnlyList<RatePeak> peaks)
    {
        Language language = run.Language;
        run.Terminal.Out.WriteLine(title);
        var sheet = new Sheet(
            string.Empty, language.Say("week", "semaine"), language.Say("a week", "par semaine"), language.Say("95% interval", "intervalle à 95 %"), language.Say("usual", "ordinaire"), "<");
        double highest = weeks.Take(Shown).Concat(peaks.SelectMany(peak => weeks[peak.First..(peak.Last + 1)])).Max(rate => rate.Value ?? 0);
        for (int week = 0; week < weeks.Length; week++)
        {
            bool standsOut = peaks.Any(peak => week >= peak.First && week <= peak.Last);
            if (week >= Shown && !standsOut)
            {
                continue;
            }

            PoissonRate rate = weeks[week];
            int bar = highest > 0 ? (int)Math.Round((rate.Value ?? 0) / highest * Width) : 0;
            sheet.Row(
                language.Count(week + 1), language.Percent(rate.Value, 2),
                rate.Interval is { } interval ? $"{language.Percent(interval.Low, 2)} – {language.Percent(interval.High, 2)}" : "–",
                language.Percent(week < usual.Length ? usual[week] : null, 2), new string('█', bar) + (standsOut ? " ◄" : string.Empty));
        }

        sheet.Write(run.Terminal);
    }
}
