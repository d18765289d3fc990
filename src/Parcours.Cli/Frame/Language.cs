using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Cli.Frame;

/// <summary>
/// The language of what people read: its texts, numbers and dates. Machines always read the invariant culture.
/// Formats are written out here, so that they do not depend on the system's tables.
/// </summary>
internal sealed class Language
{
    /// <summary>English.</summary>
    public static readonly Language English = new("en", new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." });

    /// <summary>French: a narrow space between thousands, a decimal comma.</summary>
    public static readonly Language French = new("fr", new() { NumberGroupSeparator = "\u202F", NumberDecimalSeparator = "," });

    private readonly NumberFormatInfo _numbers;

    private Language(string code, NumberFormatInfo numbers)
    {
        Code = code;
        _numbers = numbers;
    }

    /// <summary>"en" or "fr".</summary>
    public string Code { get; }

    /// <summary>The language asked for with --lang, else the system's: LC_ALL, LC_MESSAGES, LANG, and last the user's own on Windows.</summary>
    /// <param name="args">The words typed; read before they are parsed, because help and errors need the language too.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static Language Of(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        for (int i = 0; i < args.Count && args[i] != "--"; i++)
        {
            string? asked = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i][7..] : null;
            if (asked is not null)
            {
                return Named(asked);
            }
        }

        string[] variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
        string? system = variables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return Named(system ?? (OperatingSystem.IsWindows() ? CultureInfo.CurrentUICulture.Name : "en"));
    }

    /// <summary>A text in this language.</summary>
    public string Say(LocalText text) => text.In(Code);

    /// <summary>A text in this language.</summary>
    public string Say(string english, string french) => this == French ? french : english;

    /// <summary>A whole number with its thousands apart.</summary>
    public string Count(long number) => number.ToString("N0", _numbers);

    /// <summary>A number with a fixed count of decimals; "–" when there is none.</summary>
    public string Number(double? number, int decimals = 1) =>
        number is { } known && double.IsFinite(known) ? known.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _numbers) : "–";

    /// <summary>A share of one as a percentage; "–" when there is none.</summary>
    public string Percent(double? share, int decimals = 1) =>
        share is { } known && double.IsFinite(known) ? Number(known * 100, decimals) + Say("%", "\u00A0%") : "–";

    /// <summary>An amount with its currency's code.</summary>
    public string Amount(long minor, byte currency)
    {
        string format = "N" + Currencies.DecimalsAt(currency).ToString(CultureInfo.InvariantCulture);
        string amount = new Money(minor, currency).ToDecimal().ToString(format, _numbers);
        string code = Currencies.CodeOf(currency);
        return code.Length == 0 ? amount : Say($"{code} {amount}", $"{amount}\u00A0{code}");
    }

    /// <summary>The local date of an instant: 2026-03-01 in English, 01/03/2026 in French; "–" for never.</summary>
    public string Date(Instant at, Calendar calendar) =>
        at == Instant.Never || at == Instant.Beginning ? "–"
        : Calendar.DateOf(calendar.DayOf(at)).ToString(Say("yyyy-MM-dd", "dd/MM/yyyy"), CultureInfo.InvariantCulture);

    private static Language Named(string name) => name.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;
}
