using Microsoft.AspNetCore.Http;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Live;
using Parcours.Server.Live;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Quarantine;

/// <summary>What became of every message, by key and hour, and how fresh the base is.</summary>
internal static class AccountingRoutes
{
    private const string Capability = "Quarantine";
    private const long MicrosPerHour = 3_600_000_000;
    private const int UsualHours = 24;
    private const int MostHours = 24 * 366;

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/accounting", Callers.Operators(Role.Viewer, Scope.OperationsRead), Accounting)
            .Describe(Capability, "Messages, and lines of files, received, stored, known already and put aside, by key, source or import and hour: received = stored + duplicates + quarantined.");
        routes.Get("/api/freshness", Callers.Operators(Role.Viewer, Scope.OperationsRead), Freshness).Describe(Capability, "How many customers and facts there are, and when the last message came.");
    }

    private static IResult Accounting(ILiveRecords records, AccountNames names, LiveState live, TimeProvider time, string? from, string? to)
    {
        Calendar calendar = live.Workspace.Histories.Calendar;
        Instant now = Instant.From(time.GetUtcNow());
        Instant end = Read(to, calendar) ?? now;
        Instant begin = Read(from, calendar) ?? new Instant(end.Micros - (UsualHours * MicrosPerHour));
        begin = new Instant(begin.Micros - (begin.Micros % MicrosPerHour));
        if (end.Micros - begin.Micros > MostHours * MicrosPerHour)
        {
            return new Problem(StatusCodes.Status422UnprocessableEntity, "window_too_long", new("Ask for a year at most.", "Demandez un an au plus."));
        }

        IReadOnlyList<AccountRow> rows = records.Accounting(begin, end);
        return TypedResults.Ok(new AccountingAnswer(
            begin, end, CountsAnswer.Of(rows.Aggregate(default(IntakeCounts), (sum, row) => sum + row.Counts)), [.. rows.Select(Named)]));

        HourAnswer Named(AccountRow row)
        {
            (string kind, string? name) = names.Of(row.KeyId);
            return new HourAnswer(row.KeyId, kind, name, row.Hour, CountsAnswer.Of(row.Counts));
        }
    }

    private static IResult Freshness(ILiveRecords records, LiveState live, TimeProvider time)
    {
        HistoryBase histories = live.Workspace.Histories;
        Instant now = Instant.From(time.GetUtcNow());
        AccountRow? last = records.Accounting(new Instant(now.Micros - (UsualHours * MicrosPerHour)), new Instant(now.Micros + MicrosPerHour)).LastOrDefault(row => row.Counts.Received > 0);
        return TypedResults.Ok(new FreshnessAnswer(histories.Subjects.Present, histories.FactCount, live.Lifecycles.Announced.Until, last?.Hour));
    }

    private static Instant? Read(string? text, Calendar calendar) =>
        string.IsNullOrEmpty(text) ? null
        : Moment.TryParse(text, out Moment moment) ? moment.On(calendar)
        : throw new AnswerException(new("wrong_date", new LocalText(
            $"\"{text}\" is no date: write 2026-03-01, or 2026-03-01T12:00:00Z.", $"« {text} » n'est pas une date : écrivez 2026-03-01, ou 2026-03-01T12:00:00Z.")));

    /// <summary>What became of messages.</summary>
    internal sealed record CountsAnswer(long Received, long Stored, long Duplicates, long Quarantined)
    {
        internal static CountsAnswer Of(IntakeCounts counts) => new(counts.Received, counts.Stored, counts.Duplicates, counts.Quarantined);
    }

    /// <summary>The account of a key, a source or an import in an hour; that of an import is of its lines.</summary>
    /// <param name="Key">The number it is accounted under.</param>
    /// <param name="Kind">key, source or import.</param>
    /// <param name="Name">The key's name, the source's or the file's; null when it is gone.</param>
    /// <param name="Hour">The hour.</param>
    /// <param name="Counts">The account.</param>
    internal sealed record HourAnswer(int Key, string Kind, string? Name, Instant Hour, CountsAnswer Counts);

    /// <summary>The account of a window.</summary>
    internal sealed record AccountingAnswer(Instant From, Instant To, CountsAnswer Total, IReadOnlyList<HourAnswer> Hours);

    /// <summary>How fresh the base is.</summary>
    /// <param name="Subjects">Customers and accounts.</param>
    /// <param name="Facts">Facts.</param>
    /// <param name="AnnouncedUntil">Up to when transitions are announced.</param>
    /// <param name="LastHour">The last hour of the last day with a message; null when there was none.</param>
    internal sealed record FreshnessAnswer(int Subjects, long Facts, Instant AnnouncedUntil, Instant? LastHour);
}
