using Microsoft.AspNetCore.Http;
using Parcours.Domain.Seasons;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Definitions;
using Parcours.Engine.Seasons;
using Parcours.Server.Hosting;
using Parcours.Server.Routes;
using Parcours.Web.Settings;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens.Settings;

/// <summary>Settings: sales periods and holidays. The calendars themselves are changed as definitions are.</summary>
internal sealed class CalendarScreens(FrameReading frames, DefinitionShelf shelf, ServerOptions options, TimeProvider time)
{
    internal static void Map(RouteTable routes) =>
        routes.Get("/settings/calendar", Callers.Operators(Role.Viewer), (HttpContext context, CalendarScreens screens) => screens.Show(context)).ForPages();

    private IResult Show(HttpContext context)
    {
        Frame frame = frames.Of(context);
        IReadOnlyList<ShelvedDefinition> calendars = shelf.List(DefinitionKind.Calendar);
        var library = new SeasonLibrary(options.Workspace);
        DateOnly today = frames.ClockOf(frame).DayOf(Instant.From(time.GetUtcNow()));
        (Season Season, DayRange Range)[] coming =
        [
            .. from calendar in calendars
               where calendar.Fault is null
               from season in library.Find(calendar.Id)!.Seasons
               from range in season.Between(today.Year - 1, today.Year + 1)
               where range.Last >= today && range.First < today.AddYears(1)
               orderby range.First, range.Last
               select (season, range),
        ];
        return Screen.Show<CalendarPage>(context, new { Frame = frame, Calendars = calendars, Coming = (IReadOnlyList<(Season Season, DayRange Range)>)coming });
    }
}
