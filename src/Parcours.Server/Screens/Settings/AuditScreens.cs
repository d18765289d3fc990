using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Server.Routes;
using Parcours.Web.Forms;
using Parcours.Web.Settings;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens.Settings;

/// <summary>Settings: the audit log, by who, what and when.</summary>
internal sealed class AuditScreens(FrameReading frames, AuditLog audit, Operators operators, AccessKeys keys)
{
    private const int LinesOfAPage = 100;

    internal static void Map(RouteTable routes) =>
        routes.Get("/settings/audit", Callers.Operators(Role.Owner), (HttpContext context, AuditScreens screens) => screens.Show(context)).ForPages();

    private IResult Show(HttpContext context)
    {
        Frame frame = frames.Of(context);
        Clock clock = frames.ClockOf(frame);
        TypedForm form = TypedForm.Empty;
        foreach (string field in new[] { "who", "what", "from", "to" })
        {
            form = form.With(field, context.Request.Query[field].ToString());
        }

        Instant? from = form["from"].Length == 0 ? Instant.Beginning : clock.StartOf(form["from"]);
        Instant? to = form["to"].Length == 0 ? Instant.Never : clock.EndOf(form["to"]);
        string wrong = frame.Say("That is no date: write 2026-03-01.", "Ce n’est pas une date : écrivez 2026-03-01.");
        form = from is null ? form.Wrong("from", wrong) : form;
        form = to is null ? form.Wrong("to", wrong) : form;
        string? before = long.TryParse(context.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number.ToString(CultureInfo.InvariantCulture) : null;
        IReadOnlyList<AuditEntry> found = form.IsWrong ? [] : audit.Find(
            new AuditFilter(Filled(form["who"]), Filled(form["what"]), from!.Value, to!.Value), before is null ? long.MaxValue : number, LinesOfAPage + 1);
        IReadOnlyList<AuditEntry> lines = [.. found.Take(LinesOfAPage)];
        return Screen.Show<AuditPage>(
            context,
            new
            {
                Frame = frame,
                Clock = clock,
                Form = form,
                Actors = Actors(frame),
                Lines = lines,
                Before = before,
                Older = found.Count > LinesOfAPage ? lines[^1].Id.ToString(CultureInfo.InvariantCulture) : null,
            },
            form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private IReadOnlyList<(string Value, string Text)> Actors(Frame frame) =>
    [
        .. operators.List().Select(person => ($"operator:{person.Id}", person.Name)),
        .. keys.List().Select(key => ($"key:{key.Id}", frame.Say($"key {key.Id}", $"clé {key.Id}") + (key.Name.Length > 0 ? $" ({key.Name})" : string.Empty))),
        ("local", frame.Say("owner of the machine", "propriétaire de la machine")),
        ("nobody", frame.Say("nobody known", "inconnu")),
    ];

    private static string? Filled(string value) => value.Length == 0 ? null : value;
}
