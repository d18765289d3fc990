using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Live;
using Parcours.Server.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Web.Forms;
using Parcours.Web.Quarantine;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>What was put aside: looked at by reason, corrected, taken again.</summary>
internal sealed class QuarantineScreens(FrameReading frames, ILiveRecords records, QuarantineReplay replay, SenderNames senders, AuditLog audit)
{
    private const string Address = "/data/quarantine";
    private const int RowsOfAPage = 50;

    // As people read it: letters with accents stay letters. The page encodes what it shows.
    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Map(RouteTable routes)
    {
        Callers readers = Callers.Operators(Role.Analyst);
        Callers writers = Callers.Operators(Role.Marketer);
        routes.Get(Address, readers, (HttpContext context, QuarantineScreens screens) => screens.Show(context)).ForPages();
        routes.Get(Address + "/{id:long}", readers, (HttpContext context, QuarantineScreens screens, long id) => screens.One(context, id, null)).ForPages();
        routes.Post(Address + "/{id:long}", writers, (HttpContext context, QuarantineScreens screens, long id) => screens.MendAsync(context, id)).ForPages();
        routes.Post(Address + "/replay", writers, (HttpContext context, QuarantineScreens screens) => screens.ReplayAsync(context)).ForPages();
    }

    private IResult Show(HttpContext context)
    {
        Frame frame = frames.Of(context);
        IQueryCollection query = context.Request.Query;
        IReadOnlyList<QuarantineShare> reasons = records.QuarantineReasons();
        string? chosen = query["reason"] is [{ Length: > 0 } asked] ? reasons.FirstOrDefault(reason => reason.Reason == asked)?.Reason : reasons.Count > 0 ? reasons[0].Reason : null;
        IReadOnlyList<QuarantineRow> rows = chosen is null ? [] : records.QuarantineOf(chosen, NumberIn(query["after"]), RowsOfAPage + 1);
        return Screen.Show<QuarantinePage>(context, new
        {
            Frame = frame,
            Clock = frames.ClockOf(frame),
            Reasons = reasons,
            Chosen = chosen,
            Rows = (IReadOnlyList<QuarantineRow>)[.. rows.Take(RowsOfAPage)],
            Senders = senders.Of(frame, rows.Select(row => row.KeyId)),
            Next = rows.Count > RowsOfAPage ? rows[RowsOfAPage - 1].Id.ToString(CultureInfo.InvariantCulture) : null,
            Told = query["taken"].Count > 0 ? Told(frame, NumberIn(query["taken"]), NumberIn(query["left"])) : null,
        });
    }

    private IResult One(HttpContext context, long id, TypedForm? form)
    {
        if (records.Quarantined(id) is not { } row)
        {
            return Problem.NotFound;
        }

        Frame frame = frames.Of(context);
        return Screen.Show<QuarantinedPage>(
            context,
            new
            {
                Frame = frame,
                Clock = frames.ClockOf(frame),
                Row = row,
                Sender = senders.Of(frame, [row.KeyId])[row.KeyId],
                Form = form ?? TypedForm.Empty.With("message", Readable(row.Raw)),
            },
            form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> MendAsync(HttpContext context, long id)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        if (await replay.TakeAsync(id, form["message"]) is not { } outcome)
        {
            return Problem.NotFound;
        }

        if (!outcome.IsTaken)
        {
            Frame frame = frames.Of(context);
            string name = frame.Say(QuarantineReasons.NameOf(outcome.Code));
            return One(context, id, form.Wrong("message", frame.Say($"{name}. {outcome.Detail}", $"{name}. {frame.Say(QuarantineReasons.RemedyOf(outcome.Code))}")));
        }

        audit.Write(context.Caller(), "quarantine.replayed", string.Create(CultureInfo.InvariantCulture, $"quarantine:{id}"));
        return Screen.Go($"{Address}?taken=1&left=0");
    }

    private async Task<IResult> ReplayAsync(HttpContext context)
    {
        string reason = (await PostedForm.ReadAsync(context))["reason"];
        (int taken, int left) = await replay.TakeAllAsync(reason.Length == 0 ? null : reason);
        audit.Write(context.Caller(), "quarantine.replayed", string.Empty);
        return Screen.Go(Frame.With(
            Address, ("reason", left > 0 && reason.Length > 0 ? reason : null),
            ("taken", taken.ToString(CultureInfo.InvariantCulture)), ("left", left.ToString(CultureInfo.InvariantCulture))));
    }

    private static string Told(Frame frame, long taken, long left)
    {
        string took = taken == 1
            ? frame.Say("1 message was taken.", "1 message a été repris.")
            : frame.Say($"{frame.Language.Count(taken)} messages were taken.", $"{frame.Language.Count(taken)} messages ont été repris.");
        return left == 0 ? took : took + " " + frame.Say(
            $"{frame.Language.Count(left)} still cannot be used: correct them first.", $"{frame.Language.Count(left)} restent inutilisables : corrigez-les d’abord.");
    }

    private static long NumberIn(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    private static string Readable(string raw)
    {
        try
        {
            using var json = JsonDocument.Parse(raw);
            return JsonSerializer.Serialize(json.RootElement, _readable);
        }
        catch (JsonException)
        {
            return raw;
        }
    }
}
