using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Live;
using Parcours.Server.Live;
using Parcours.Server.Routes;
using Parcours.Web.Quarantine;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>What became of every message, and how fresh the base is.</summary>
internal sealed class AccountingScreens(FrameReading frames, ILiveRecords records, SenderNames senders, LiveState live, TimeProvider time)
{
    private const long MicrosPerHour = 3_600_000_000;

    internal static void Map(RouteTable routes) => routes.Get(
        "/data/accounting", Callers.Operators(Role.Analyst), (HttpContext context, AccountingScreens screens, string? window, string? key) => screens.Show(context, window, key)).ForPages();

    private IResult Show(HttpContext context, string? window, string? key)
    {
        Frame frame = frames.Of(context);
        Clock clock = frames.ClockOf(frame);
        (string asked, int hours) = window switch { "week" => ("week", 24 * 7), "month" => ("month", 24 * 30), "year" => ("year", 24 * 365), _ => ("day", 24) };
        bool byDay = hours > 24 * 7;
        int? sender = int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
        long now = Instant.From(time.GetUtcNow()).Micros;
        long end = now - (now % MicrosPerHour) + MicrosPerHour;
        var rows = records.Accounting(new Instant(end - (hours * MicrosPerHour)), new Instant(end)).Where(row => sender is null || row.KeyId == sender).ToList();
        IReadOnlyList<AccountRow> keys = records.AccountOfKeys();
        IntakeCounts total = Sum(rows);
        HistoryBase histories = live.Workspace.Histories;
        return Screen.Show<AccountingPage>(context, new
        {
            Frame = frame,
            Clock = clock,
            Window = asked,
            Key = sender,
            Total = total,
            Figure = total == default ? null : AccountingFigure.Of(frame, clock, byDay ? Days(clock.Calendar, rows, end, hours) : Hours(rows, end, hours), byDay),
            Keys = keys,
            Senders = senders.Of(frame, keys.Select(row => row.KeyId)),
            Subjects = (long)histories.SubjectCount,
            Facts = histories.FactCount,
        });
    }

    private static List<(Instant At, IntakeCounts Counts)> Hours(List<AccountRow> rows, long end, int hours)
    {
        ILookup<Instant, AccountRow> known = rows.ToLookup(row => row.Hour);
        return [.. Enumerable.Range(0, hours).Select(hour => new Instant(end - ((hours - hour) * MicrosPerHour))).Select(at => (at, Sum(known[at])))];
    }

    private static List<(Instant At, IntakeCounts Counts)> Days(Domain.Time.Calendar calendar, List<AccountRow> rows, long end, int hours)
    {
        ILookup<int, AccountRow> known = rows.ToLookup(row => calendar.DayOf(row.Hour));
        int last = calendar.DayOf(new Instant(end - 1));
        int days = hours / 24;
        return [.. Enumerable.Range(last - days + 1, days).Select(day => (calendar.StartOfDay(day), Sum(known[day])))];
    }

    private static IntakeCounts Sum(IEnumerable<AccountRow> rows) => rows.Aggregate(default(IntakeCounts), (sum, row) => sum + row.Counts);
}
