using Microsoft.AspNetCore.Http;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Workspaces;
using Parcours.Server.Access;
using Parcours.Server.Live;
using Parcours.Server.Routes;
using Parcours.Web.Forms;
using Parcours.Web.Settings;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens.Settings;

/// <summary>Settings: the workspace's name, currency and time zone.</summary>
internal sealed class WorkspaceScreens(FrameReading frames, WorkspaceCards cards, LiveState live, AuditLog audit)
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
        HistoryBase histories = live.Workspace.Histories;
        form ??= TypedForm.Empty.With("name", cards.Card?.Name ?? string.Empty).With("zone", histories.Calendar.ZoneId);
        return Screen.Show<WorkspacePage>(
            context,
            new
            {
                Frame = frames.Of(context),
                Form = histories.Currency == 0 ? form : form.With("currency", Currencies.CodeOf(histories.Currency)),
                CurrencyIsFixed = histories.Currency != 0,
                Zones = (IReadOnlyList<string>)[.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)],
                IsSaved = context.Request.Query["saved"].Count > 0,
            },
            form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IResult> SaveAsync(HttpContext context)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        Frame frame = frames.Of(context);
        byte currency = live.Workspace.Histories.Currency;
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

        await cards.SaveAsync(new WorkspaceCard(form["name"].Trim(), cards.Card?.Language ?? frame.Language.Code), new WorkspaceSettings(form["zone"].Trim(), currency));
        audit.Write(context.Caller(), "workspace.changed", string.Empty);
        return Screen.Go(Address + "?saved=1");
    }
}
