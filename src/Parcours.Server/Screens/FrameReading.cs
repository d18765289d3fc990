using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Reports.Writing;
using Parcours.Server.Access;
using Parcours.Server.Answers;
using Parcours.Server.Refusals;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Reads off a request what every page knows: who looks, in which language and theme, at which date.</summary>
internal sealed class FrameReading(BaseAnswering answers, WorkspaceCards cards, TimeProvider time)
{
    /// <summary>The lifecycle that pages show when the address names none.</summary>
    internal const string UsualLifecycle = "crm-segments";

    private const string ThemeCookie = "parcours_theme";

    /// <summary>The frame of a page.</summary>
    /// <exception cref="AnswerException">The date in the address is no date, or outside the data.</exception>
    internal Frame Of(HttpContext context) => Of(context, context.Request.Path.Value ?? "/", context.Request.Query["at"], context.Request.Query["lifecycle"]);

    /// <summary>The frame of a page that a form sent to another address shows again.</summary>
    /// <param name="context">The request.</param>
    /// <param name="path">The page's own address.</param>
    /// <param name="at">The date, as sent.</param>
    /// <param name="lifecycle">The lifecycle, as sent.</param>
    /// <exception cref="AnswerException">The date is none, or outside the data.</exception>
    internal Frame Of(HttpContext context, string path, StringValues at, StringValues lifecycle)
    {
        AnswerSource known = answers.Known();
        HistoryBase histories = known.Histories;
        DateOnly today = DateOf(histories, Instant.From(time.GetUtcNow()));
        DateOnly? first = known.Span.IsEmpty ? null : DateOf(histories, known.Span.First);
        DateOnly last = known.Span.IsEmpty || DateOf(histories, known.Span.Last) is var latest && latest > today ? today : latest;
        return new Frame(
            ReportLanguage.Of(ReaderLanguage.Of(context.Request, cards.Card?.Language ?? "en")),
            context.Request.Cookies[ThemeCookie] is "light" or "dark" ? context.Request.Cookies[ThemeCookie]! : "auto",
            path,
            context.Request.QueryString.Value ?? string.Empty,
            (context.Caller() as Caller.SignedIn)?.Operator,
            cards.Card is { Name.Length: > 0 } card ? card.Name : "Parcours",
            histories.Currency,
            first,
            last)
        {
            At = DateIn(at, first, last) is { } date && date != last ? date : null,
            Lifecycle = lifecycle is [{ Length: > 0 } id] ? id : null,
        };
    }

    /// <summary>How a reader writes moments of the workspace.</summary>
    internal Clock ClockOf(Frame frame) => new(answers.Known().Histories.Calendar, frame.Language);

    /// <summary>The end of the day shown: what analyses are asked at.</summary>
    internal static Instant MomentOf(Frame frame, HistoryBase histories) => histories.Calendar.EndOfDay(Calendar.DayOf(frame.Date));

    /// <summary>Remembers what a reader chose, for a year.</summary>
    internal static void Choose(HttpContext context, string? language, string? theme)
    {
        var options = new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, HttpOnly = true, MaxAge = TimeSpan.FromDays(365), IsEssential = true };
        if (language is "en" or "fr")
        {
            context.Response.Cookies.Append(ReaderLanguage.Cookie, language, options);
        }

        if (theme is "light" or "dark" or "auto")
        {
            context.Response.Cookies.Append(ThemeCookie, theme, options);
        }
    }

    private static DateOnly DateOf(HistoryBase histories, Instant at) => Calendar.DateOf(histories.Calendar.DayOf(at));

    /// <summary>A date of an address; null for none.</summary>
    /// <exception cref="AnswerException">It is none, or outside the data.</exception>
    internal static DateOnly? DateIn(StringValues value, DateOnly? first, DateOnly last)
    {
        if (value is not [{ Length: > 0 } text])
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateOnly date))
        {
            throw new AnswerException(new("wrong_date", new(
                "The date in the address is none: write 2026-03-01.", "La date de l’adresse n’en est pas une : écrivez 2026-03-01.")));
        }

        if (first is { } earliest && (date < earliest || date > last))
        {
            throw new AnswerException(new("date_outside", new(
                $"{ReportLanguage.English.Date(date)} lies outside the data, which runs from {ReportLanguage.English.Date(earliest)} to {ReportLanguage.English.Date(last)}.",
                $"Le {ReportLanguage.French.Date(date)} est hors des données, qui vont du {ReportLanguage.French.Date(earliest)} au {ReportLanguage.French.Date(last)}.")));
        }

        return date;
    }
}
