using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Management;
using Parcours.Engine.Seasons;
using Parcours.Server.Answers;
using Parcours.Server.Live;
using Parcours.Server.Routes;
using Parcours.Web.Management;
using Parcours.Web.Shell;
using Parcours.Web.Today;

namespace Parcours.Server.Screens;

/// <summary>The management page: the month on one sheet, and what the company aims at.</summary>
internal static class ManagementScreens
{
    internal static void Map(RouteTable routes)
    {
        routes.Get("/management", Callers.Operators(Role.Viewer), ShowAsync).ForPages();
        routes.Post("/management/objectives", Callers.Operators(Role.Marketer), KeepAsync).ForPages();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, BaseAnswering answers, LiveState live)
    {
        Frame frame = frames.Of(context);
        if (frame.IsEmpty)
        {
            return Screen.Show<TodayPage>(context, new { Frame = frame });
        }

        Objective? objective = Objectives.Read(live.Document(Objectives.Document)).Of(frame.Date);
        return Screen.Show<ManagementPage>(context, new
        {
            Frame = frame,
            Month = await MonthAsync(frame, answers, objective, context.RequestAborted),
            Typed = new Dictionary<string, string> { ["revenue"] = Written(objective?.Revenue, frame), ["new"] = Written(objective?.NewCustomers, frame) },
        });
    }

    private static async Task<IResult> KeepAsync(HttpContext context, FrameReading frames, BaseAnswering answers, LiveState live, AuditLog audit)
    {
        IFormCollection form = await PostedForm.OfAsync(context);
        Frame frame = frames.Of(context) with { Path = "/management" };
        DateOnly date = DateOnly.TryParseExact(form["at"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly asked) ? asked : frame.Date;
        var typed = new Dictionary<string, string> { ["revenue"] = form["revenue"].ToString(), ["new"] = form["new"].ToString() };
        Dictionary<string, string> faults = [];
        double? revenue = Number(frame, typed, faults, "revenue");
        double? newCustomers = Number(frame, typed, faults, "new");
        if (faults.Count > 0 && !frame.IsEmpty)
        {
            frame = frame with { At = date == frame.LastDay ? null : date };
            return Screen.Show<ManagementPage>(
                context, new { Frame = frame, Month = await MonthAsync(frame, answers, null, context.RequestAborted), Typed = typed, Faults = faults }, StatusCodes.Status422UnprocessableEntity);
        }

        live.SaveDocument(Objectives.Document, Objectives.Read(live.Document(Objectives.Document)).With(date, new Objective(revenue, newCustomers)).Write());
        audit.Write(Access.CallerReading.Caller(context), "objectives.changed", date.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        return Screen.Go(Frame.With("/management", ("at", Frame.Iso(date))));
    }

    private static Task<ManagementMonth> MonthAsync(Frame frame, BaseAnswering answers, Objective? objective, CancellationToken cancellation) => answers.WorkOutAsync(
        $"management {frame.Lifecycle} {frame.Date:yyyy-MM-dd} {objective}",
        (known, _) => Read(known, frame, objective),
        cancellation);

    /// <summary>The month of a date.</summary>
    internal static ManagementMonth Read(AnswerSource known, Frame frame, Objective? objective) =>
        ManagementMonth.Of(known.Analyse(frame.Lifecycle ?? FrameReading.UsualLifecycle), frame.Date, new SeasonLibrary(known.Folder).All, objective);

    // A number as people write it here: 1 234,5 or 1,234.5; nothing for no objective.
    private static double? Number(Frame frame, Dictionary<string, string> typed, Dictionary<string, string> faults, string name)
    {
        string text = new([.. typed[name].Where(c => !char.IsWhiteSpace(c))]);
        if (text.Length == 0)
        {
            return null;
        }

        string plain = frame.Language.IsFrench ? text.Replace(',', '.') : text.Replace(",", string.Empty, StringComparison.Ordinal);
        if (double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number < 1e15)
        {
            return number;
        }

        faults[name] = frame.Say("Write a number of zero or more, as 12,500; leave it empty for no objective.", "Écrivez un nombre positif ou nul, comme 12 500 ; laissez vide pour aucun objectif.");
        return null;
    }

    private static string Written(double? value, Frame frame) => value is { } number ? frame.Language.Number(number, number % 1 == 0 ? 0 : 2) : string.Empty;
}
