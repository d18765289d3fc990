using Microsoft.AspNetCore.Http;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Workspaces;
using Parcours.Server.Access;
using Parcours.Server.Answers;
using Parcours.Server.Routes;
using Parcours.Web.Forms;
using Parcours.Web.Settings;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens.Settings;

/// <summary>Settings: the workspace's name, currency and time zone.</summary>
internal sealed class WorkspaceScreens(FrameReading frames, KnownSettings settings, BaseAnswering answers, AuditLog audit)
{
    private const string Address = "/settings/workspace";
    private const int LongestName = 60;

    internal static void Map(RouteTable routes)
    {
        Callers owners = Callers.Operators(Role.Owner);
        routes.Get(Address, owners, (HttpContext context, WorkspaceScreens screens) => screens.Show(context, null)).ForPages();
        routes.Post(Address, owners, (HttpContext context, WorkspaceScreens screens) => screens.SaveAsync(context)).ForPages();
    }

    private IResult Show(HttpContext context, TypedForm? form)
    {
        WorkspaceSettings now = settings.Now();
        form ??= TypedForm.Empty.With("name", now.Name).With("zone", now.ZoneId);
        return Screen.Show<WorkspacePage>(
            context,
            new
            {
                Frame = frames.Of(context),
                Form = now.Currency == 0 ? form : form.With("currency", Currencies.CodeOf(now.Currency)),
                CurrencyIsFixed = now.Currency != 0,
                Zones = (IReadOnlyList<string>)[.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)],
                IsSaved = context.Request.Query["saved"].Count > 0,
                NeedsRestart = answers.Known().Histories.Calendar.ZoneId != now.ZoneId,
            },
            form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IResult> SaveAsync(HttpContext context)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        Frame frame = frames.Of(context);
        WorkspaceSettings now = settings.Now();
        byte currency = now.Currency;
        string code = form["currency"].Trim().ToUpperInvariant();
        if (form["name"].Trim().Length > LongestName)
        {
            form = form.Wrong("name", frame.Say($"The name has {LongestName} characters at most.", $"Le nom compte {LongestName} caractères au plus."));
        }

        if (Calendar.Find(form["zone"].Trim()) is null)
        {
            form = form.Wrong("zone", frame.Say("There is no such time zone: write one as Europe/Paris.", "Ce fuseau horaire n’existe pas : écrivez par exemple Europe/Paris."));
        }

        if (currency == 0 && code.Length > 0 && (!Currencies.TryFind(code, out currency) || currency == 0))
        {
            form = form.Wrong("currency", frame.Say("There is no such currency: write three letters, as EUR.", "Cette devise n’existe pas : écrivez trois lettres, comme EUR."));
        }

        if (form.IsWrong)
        {
            return Show(context, form);
        }

        settings.Save(now with { Name = form["name"].Trim(), ZoneId = form["zone"].Trim(), Currency = currency });
        audit.Write(context.Caller(), "workspace.changed", string.Empty);
        return Screen.Go(Address + "?saved=1");
    }
}
