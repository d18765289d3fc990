using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Writing;

/// <summary>Words, numbers, money and dates as a reader writes them; nothing here depends on the machine's culture.</summary>
public sealed class ReportLanguage
{
    private const string ThinSpace = "\u202f";

    /// <summary>1,234.5; 41%; 4 March 2027.</summary>
    public static readonly ReportLanguage English = new("en", ",", ".", "%",
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]);

    /// <summary>1 234,5; 41 %; 4 mars 2027.</summary>
    public static readonly ReportLanguage French = new("fr", ThinSpace, ",", ThinSpace + "%",
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]);

    private readonly string[] _months;
    private readonly string[] _shortMonths;
    private readonly NumberFormatInfo _numbers;

    private ReportLanguage(string code, string thousands, string point, string percent, string[] months, string[] shortMonths)
    {
        Code = code;
        Thousands = thousands;
        Point = point;
        Percent = percent;
        _months = months;
        _shortMonths = shortMonths;
        _numbers = new NumberFormatInfo { NumberGroupSeparator = thousands, NumberDecimalSeparator = point, NegativeSign = "\u2212" };
    }

    /// <summary>Its ISO 639-1 code.</summary>
    public string Code { get; }

    /// <summary>Between groups of three digits.</summary>
    public string Thousands { get; }

    /// <summary>Before the decimals.</summary>
    public string Point { get; }

    /// <summary>After a percentage.</summary>
    public string Percent { get; }

    /// <summary>Whether it is French.</summary>
    public bool IsFrench => Code == "fr";

    /// <summary>The language of a code: French for one that starts with "fr", else English.</summary>
    public static ReportLanguage Of(string code) => code.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;

    /// <summary>The text in this language.</summary>
    public string Text(LocalText text) => IsFrench ? text.Fr : text.En;

    /// <summary>The text in this language with its blanks, {0} and on, filled.</summary>
    public string Text(LocalText text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, Text(text), values);

    /// <summary>A whole number.</summary>
    public string Count(double value) => Math.Round(value, MidpointRounding.ToEven).ToString("N0", _numbers);

    /// <summary>A number with some decimals.</summary>
    public string Number(double value, int decimals) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _numbers);

    /// <summary>A share as a percentage of two digits: 41%, 4.2%, less than 0.1% said so.</summary>
    public string Share(double share)
    {
        double percent = share * 100;
        return percent switch
        {
            0 => "0" + Percent,
            > 0 and < 0.1 => "<" + (IsFrench ? ThinSpace : "") + "0" + Point + "1" + Percent,
            > -9.95 and < 9.95 => Number(percent, Math.Abs(percent - Math.Round(percent)) < 0.05 ? 0 : 1) + Percent,
            > 99.5 and < 100 => ">" + (IsFrench ? ThinSpace : "") + "99" + Percent,
            _ => Number(percent, 0) + Percent,
        };
    }

    /// <summary>Money from minor units: whole from a thousand on, with decimals below.</summary>
    public string Money(double minor, byte currency)
    {
        double amount = minor / Currencies.MinorUnits(currency);
        string number = Number(Math.Abs(amount), Math.Abs(amount) < 1000 ? Currencies.DecimalsAt(currency) : 0);
        (string before, string after) = MoneyPattern(currency);
        return (amount < 0 ? "\u2212" : "") + before + number + after;
    }

    /// <summary>What stands before and after an amount of a currency.</summary>
    public (string Before, string After) MoneyPattern(byte currency)
    {
        string code = Currencies.CodeOf(currency);
        string sign = code switch { "EUR" => "€", "GBP" => "£", "USD" => IsFrench ? "$US" : "$", "JPY" => "¥", _ => code };
        return sign.Length == 0 ? ("", "")
            : IsFrench ? ("", "\u00a0" + sign)
            : sign.Length == 1 ? (sign, "") : (sign + "\u00a0", "");
    }

    /// <summary>A number of days: "1 day", "61 days", "2.5 days" below ten.</summary>
    public string Days(double days)
    {
        int decimals = days < 10 && Math.Abs(days - Math.Round(days)) >= 0.05 ? 1 : 0;
        string number = Number(days, decimals);
        bool one = IsFrench ? Math.Round(days, decimals) < 2 : number == "1";
        return number + "\u00a0" + (IsFrench ? "jour" : "day") + (one ? "" : "s");
    }

    /// <summary>A date in full: 4 March 2027, 1er mars 2027.</summary>
    public string Date(DateOnly date) =>
        date.Day.ToString(CultureInfo.InvariantCulture) + (IsFrench && date.Day == 1 ? "er" : "") + "\u00a0" + _months[date.Month - 1] + " " + Year(date);

    /// <summary>A month: Mar 2027.</summary>
    public string Month(DateOnly date) => _shortMonths[date.Month - 1] + "\u00a0" + Year(date);

    /// <summary>A day of a known year: 4 Mar.</summary>
    public string ShortDate(DateOnly date) => date.Day.ToString(CultureInfo.InvariantCulture) + "\u00a0" + _shortMonths[date.Month - 1];

    /// <summary>A signed relative change: +8%, −12%; null without one.</summary>
    public string? Change(Twin twin) => twin.Change switch
    {
        null => null,
        { } change when Math.Abs(change) < 0.0005 => "0" + Percent,
        { } change when change > 9.99 => "×" + (IsFrench ? ThinSpace : "") + Count(change + 1),
        { } change => (change > 0 ? "+" : "\u2212") + Share(Math.Abs(change)),
    };

    /// <summary>A figure in its unit; a dash for none.</summary>
    public string Figure(double? value, FigureUnit unit, byte currency) => value is not { } known ? "–" : unit switch
    {
        FigureUnit.Count => Count(known),
        FigureUnit.Money => Money(known, currency),
        FigureUnit.Share => Share(known),
        FigureUnit.Days => Days(known),
        FigureUnit.Number => Number(known, 1),
    };

    /// <summary>A name in the quotation marks of the language.</summary>
    public string Quoted(string name) => IsFrench ? "«\u00a0" + name + "\u00a0»" : "“" + name + "”";

    private static string Year(DateOnly date) => date.Year.ToString("0000", CultureInfo.InvariantCulture);
}
