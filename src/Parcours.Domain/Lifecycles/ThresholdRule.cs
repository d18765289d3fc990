using System.Globalization;
using Parcours.Domain.Expressions;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>How a definition says a threshold is found: fixed, or from the rhythm of the base.</summary>
/// <param name="Name">Its name in the rules, as "inactive_after".</param>
/// <param name="Fixed">The fixed period; null when it comes from the rhythm.</param>
/// <param name="Quantile">The quantile of the customers' own median gaps: 0.5 for the median. Between 0 and 1.</param>
/// <param name="Times">What the quantile is multiplied by; above 0.</param>
/// <param name="Min">The floor; null for none.</param>
/// <param name="Max">The ceiling; null for none.</param>
/// <param name="ByCategory">Whether each category has its own, from gaps between orders of that category.</param>
/// <param name="MinCustomers">How many customers with a gap it takes to use the rhythm; 1 or more.</param>
/// <param name="Otherwise">What holds while there are fewer; null for the ceiling, or a year without one.</param>
public sealed record ThresholdRule(
    string Name, Period? Fixed, double Quantile, double Times, Period? Min, Period? Max, bool ByCategory, int MinCustomers, Period? Otherwise)
{
    /// <summary>How the definition's file says it is found, when its value was adopted and is fixed since; null when nothing was adopted.</summary>
    public ThresholdRule? Written { get; init; }

    /// <summary>A fixed threshold.</summary>
    public static ThresholdRule Of(string name, Period period) => new(name, period, 0.5, 1, null, null, false, 1, null);

    /// <summary>Whether rules can write a name and mean a threshold by it: letters, digits and _, and no word of the language.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_')
        && !Words.All.Contains(name) && !Words.IsReserved(name) && Words.UnitOf(name) is null;

    /// <summary>What holds while too few customers have a gap.</summary>
    public Period Fallback => Otherwise ?? Max ?? Period.OfDays(365);

    /// <summary>The formula as people read it, in both languages: "median gap × 3, at least 30 days, at most 3 years".</summary>
    public LocalText FormulaText => new(Formula.Replace(" x ", " × ", StringComparison.Ordinal), French);

    /// <summary>The formula as machines get it, in English and ASCII: "median gap x 3, at least 30 days, at most 3 years".</summary>
    public string Formula
    {
        get
        {
            if (Fixed is { } period)
            {
                return period.ToString();
            }

            string quantile = Quantile == 0.5 ? "median gap" : string.Create(CultureInfo.InvariantCulture, $"{Quantile:0.##} quantile of gaps");
            string formula = string.Create(CultureInfo.InvariantCulture, $"{quantile} x {Times:0.##}");
            formula += Min is null ? string.Empty : $", at least {Min}";
            formula += Max is null ? string.Empty : $", at most {Max}";
            return ByCategory ? formula + ", by category" : formula;
        }
    }

    private string French
    {
        get
        {
            const string language = "fr";
            if (Fixed is { } period)
            {
                return period.In(language);
            }

            string formula = (Quantile == 0.5 ? "délai médian" : "quantile " + Comma(Quantile) + " des délais") + " × " + Comma(Times);
            formula += Min is { } min ? ", au moins " + min.In(language) : string.Empty;
            formula += Max is { } max ? ", au plus " + max.In(language) : string.Empty;
            return ByCategory ? formula + ", par catégorie" : formula;
        }
    }

    private static string Comma(double value) => value.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>The threshold for a rhythm.</summary>
    /// <param name="days">The quantile of the customers' gaps, in days; NaN when nobody has a gap.</param>
    /// <param name="customers">How many customers have one.</param>
    public Period From(double days, long customers)
    {
        if (Fixed is { } period)
        {
            return period;
        }

        if (double.IsNaN(days) || customers < MinCustomers)
        {
            return Fallback;
        }

        var found = Period.OfDays(days * Times);
        if (Min is { } min && found.ApproximateDays < min.ApproximateDays)
        {
            return min;
        }

        return Max is { } max && found.ApproximateDays > max.ApproximateDays ? max : found;
    }
}
