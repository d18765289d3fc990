using System.Globalization;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Answers;

/// <summary>
/// A point in time as typed: a bare date means the last microsecond of that local day; an instant with its zone is exact;
/// a time without a zone is local. It becomes an <see cref="Instant"/> once the workspace's calendar is known.
/// </summary>
public readonly struct Moment
{
    private const int Year1970 = 1970;

    private static readonly string[] LocalForms =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF",
    ];

    private readonly Form _form;
    private readonly long _micros;

    private Moment(Form form, long micros)
    {
        _form = form;
        _micros = micros;
    }

    private enum Form
    {
        Day,
        Exact,
        Local,
    }

    /// <summary>Reads a moment; false when the text is none, or lies before 1970.</summary>
    public static bool TryParse(string text, out Moment moment)
    {
        moment = default;
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out DateOnly date))
        {
            moment = new(Form.Day, Calendar.DayOf(date) * Instant.MicrosPerDay);
            return date.Year >= Year1970;
        }

        if (DateTime.TryParseExact(text, LocalForms, invariant, DateTimeStyles.None, out DateTime local))
        {
            moment = new(Form.Local, (local.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
            return local.Year >= Year1970;
        }

        string[] exact = [.. LocalForms.Select(form => form + "zzz"), .. LocalForms.Select(form => form + "'Z'")];
        if (DateTimeOffset.TryParseExact(text, exact, invariant, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant))
        {
            moment = new(Form.Exact, Instant.From(instant).Micros);
            return instant.Year >= Year1970;
        }

        return false;
    }

    /// <summary>The instant meant, on a calendar.</summary>
    public Instant On(Calendar calendar) => _form switch
    {
        Form.Day => calendar.EndOfDay((int)(_micros / Instant.MicrosPerDay)),
        Form.Local => calendar.FromLocal(_micros),
        Form.Exact => new Instant(_micros),
    };
}
