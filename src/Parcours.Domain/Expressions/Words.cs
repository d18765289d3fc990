using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>The words of the language: what the parser reserves and what a suggestion may be drawn from.</summary>
internal static class Words
{
    public static readonly string[] Reserved = ["and", "or", "not", "in", "contains", "where", "within", "before", "since"];

    public static readonly string[] CalendarUnits = ["day", "week", "month", "quarter", "year"];

    /// <summary>Words whose brackets hold facts: kinds, where, a window.</summary>
    public static readonly string[] FactFunctions =
    [
        "count", "sum", "mean", "min", "max", "last", "last_item", "ever", "never", "silence", "age", "gap_median", "gap_mean", "gap_cv",
        "orders", "spend", "average_basket", "items", "categories", "quantity", "distinct items", "distinct categories", "distinct stakeholders",
    ];

    /// <summary>Words whose brackets hold expressions or names.</summary>
    public static readonly string[] OtherFunctions =
        ["running", "reachable", "open", "attribute", "quantile", "score", "base.mean", "reached", "stage", "segment", "consent"];

    /// <summary>Words that stand alone.</summary>
    public static readonly string[] Names =
    [
        "orders", "spend", "average_basket", "basket_trend", "gap_median", "gap_mean", "gap_cv", "own_rhythm", "items", "categories", "quantity",
        "recency", "age", "in_stage", "previous_stage", "target", "always", "true", "false",
    ];

    /// <summary>What a condition on one fact may look at.</summary>
    public static readonly string[] FactFields = ["value", "item", "category", "channel", "quantity", "date"];

    public static readonly string[] FactSets = ["contact", "engagement", "activity", "solicitation", "answer", "advocacy", "anything"];

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["second"] = "second",
        ["seconds"] = "second",
        ["minute"] = "minute",
        ["minutes"] = "minute",
        ["hour"] = "hour",
        ["hours"] = "hour",
        ["day"] = "day",
        ["days"] = "day",
        ["week"] = "week",
        ["weeks"] = "week",
        ["month"] = "month",
        ["months"] = "month",
        ["year"] = "year",
        ["years"] = "year",
    };

    public static IEnumerable<string> UnitNames => Units.Keys;

    public static IEnumerable<string> All => FactFunctions.Concat(OtherFunctions).Concat(Names).Append("not").Distinct();

    public static IEnumerable<string> Kinds => FactKinds.All.Select(FactKinds.NameOf).Concat(FactSets);

    public static bool IsReserved(string word) => Array.IndexOf(Reserved, word) >= 0;

    public static bool TakesFacts(string function) => Array.IndexOf(FactFunctions, function) >= 0;

    public static string? UnitOf(string word) => Units.GetValueOrDefault(word);

    /// <summary>A number of units. Whole days, weeks, months and years are calendar time; their fractions and the shorter units are exact.</summary>
    public static Period PeriodOf(double count, string unit)
    {
        double days = unit switch
        {
            "second" => count / 86_400,
            "minute" => count / 1440,
            "hour" => count / 24,
            "week" => count * 7,
            _ => count,
        };
        if (unit is "second" or "minute" or "hour")
        {
            return new Period(0, 0, (long)Math.Round(days * Instant.MicrosPerDay));
        }

        if (unit is "month" or "year")
        {
            double months = count * (unit == "year" ? 12 : 1);
            double whole = Math.Floor(Math.Min(months, 120_000));
            return new Period((int)whole, 0, 0) is var p && months > whole
                ? p with { Days = (int)Math.Round((months - whole) * 30.436875) }
                : p;
        }

        return Period.OfDays(Math.Min(days, 3_650_000));
    }
}
