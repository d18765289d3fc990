using System.Globalization;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Building;

/// <summary>How a threshold comes from the rhythm, in both languages.</summary>
internal static class ThresholdFormula
{
    public static LocalText Of(ThresholdRule rule) => new(
        English(rule) + Bound(rule.Min, ", at least ", Say(ReportLanguage.English)) + Bound(rule.Max, ", at most ", Say(ReportLanguage.English)) + (rule.ByCategory ? ", by category" : ""),
        French(rule) + Bound(rule.Min, ", au moins ", Say(ReportLanguage.French)) + Bound(rule.Max, ", au plus ", Say(ReportLanguage.French)) + (rule.ByCategory ? ", par catégorie" : ""));

    private static string English(ThresholdRule rule) =>
        (rule.Quantile == 0.5 ? "median gap" : rule.Quantile.ToString("0.##", CultureInfo.InvariantCulture) + " quantile of gaps") + " × " + rule.Times.ToString("0.##", CultureInfo.InvariantCulture);

    private static string French(ThresholdRule rule) =>
        (rule.Quantile == 0.5 ? "délai médian" : "quantile " + Comma(rule.Quantile) + " des délais") + " × " + Comma(rule.Times);

    private static string Comma(double value) => value.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Bound(Period? period, string words, Func<Period, string> say) => period is { } known ? words + say(known) : "";

    private static Func<Period, string> Say(ReportLanguage language) => period =>
        period.Days == 0 && period.Micros == 0 && period.Months > 0
            ? period.Months % 12 == 0 ? Years(language, period.Months / 12) : period.Months.ToString(CultureInfo.InvariantCulture) + "\u00a0" + (language.IsFrench ? "mois" : period.Months == 1 ? "month" : "months")
            : language.Days(period.ApproximateDays);

    private static string Years(ReportLanguage language, int years) =>
        years.ToString(CultureInfo.InvariantCulture) + "\u00a0" + (language.IsFrench ? (years == 1 ? "an" : "ans") : years == 1 ? "year" : "years");
}
