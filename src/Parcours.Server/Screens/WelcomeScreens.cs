using Microsoft.AspNetCore.Http;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Workspaces;
using Parcours.Server.Access;
using Parcours.Server.Live;
using Parcours.Server.Routes;
using Parcours.Server.Samples;
using Parcours.Web.Forms;
using Parcours.Web.Shell;
using Parcours.Web.Welcome;

namespace Parcours.Server.Screens;

/// <summary>The first steps of a new workspace: what it is called and how it counts, then its first data.</summary>
internal sealed class WelcomeScreens(FrameReading frames, WorkspaceCards cards, SampleLoading samples, LiveState live, AuditLog audit)
{
    private const string Address = "/welcome";
    private const string DataAddress = "/welcome/data";

    internal static void Map(RouteTable routes)
    {
        Callers owners = Callers.Operators(Role.Owner);
        routes.Get(Address, owners, (HttpContext context, WelcomeScreens screens) => screens.Ask(context, null)).ForPages();
        routes.Post(Address, owners, (HttpContext context, WelcomeScreens screens) => screens.KeepAsync(context)).ForPages();
        routes.Get(DataAddress, owners, (HttpContext context, WelcomeScreens screens) => screens.Data(context)).ForPages();
        routes.Post(DataAddress, owners, (HttpContext context, WelcomeScreens screens) => screens.LoadSampleAsync(context)).ForPages();
    }

    /// <summary>Where an owner of an empty workspace goes on.</summary>
    internal string NextStep => cards.Card is null ? Address : DataAddress;

    private IResult Ask(HttpContext context, TypedForm? form)
    {
        Frame frame = frames.Of(context);
        Calendar calendar = live.Workspace.Histories.Calendar;
        form ??= TypedForm.Empty
            .With("name", cards.Card?.Name ?? string.Empty)
            .With("currency", Currencies.CodeOf(live.Workspace.Histories.Currency) is { Length: > 0 } code ? code : "EUR")
            .With("zone", cards.Card is null && frame.Language.IsFrench && calendar.ZoneId == Calendar.Utc.ZoneId ? "Europe/Paris" : calendar.ZoneId)
            .With("language", cards.Card?.Language ?? frame.Language.Code);
        return Screen.Show<WelcomePage>(context, new { Frame = frame, Form = form }, form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IResult> KeepAsync(HttpContext context)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        Frame frame = frames.Of(context);
        string name = form["name"].Trim();
        if (name.Length is 0 or > WorkspaceCard.LongestName || name.Any(char.IsControl))
        {
            form = form.Wrong("name", frame.Say($"Give it a name of {WorkspaceCard.LongestName} characters at most.", $"Donnez-lui un nom de {WorkspaceCard.LongestName} caractères au plus."));
        }

        if (!Currencies.TryFind(form["currency"].Trim().ToUpperInvariant(), out byte currency))
        {
            form = form.Wrong("currency", frame.Say("There is no such currency: write an ISO code, as EUR.", "Cette devise n’existe pas : écrivez un code ISO, comme EUR."));
        }

        if (Calendar.Find(form["zone"].Trim()) is not { } calendar)
        {
            form = form.Wrong("zone", frame.Say("There is no such time zone: write one as Europe/Paris.", "Ce fuseau n’existe pas : écrivez-le comme Europe/Paris."));
            calendar = Calendar.Utc;
        }

        if (form["language"] is not ("en" or "fr"))
        {
            form = form.Wrong("language", frame.Say("Choose English or French.", "Choisissez l’anglais ou le français."));
        }

        if (form.IsWrong)
        {
            return Ask(context, form);
        }

        await cards.SaveAsync(new WorkspaceCard(name, form["language"]), new WorkspaceSettings(calendar.ZoneId, currency));
        audit.Write(context.Caller(), "workspace.named", string.Empty);
        FrameReading.Choose(context, form["language"], null);
        return Screen.Go(frame.IsEmpty ? DataAddress : "/");
    }

    private IResult Data(HttpContext context)
    {
        Frame frame = frames.Of(context);
        SampleState state = samples.State;
        return Screen.Show<FirstDataPage>(context, new
        {
            Frame = frame,
            state.IsUnderWay,
            state.Progress,
            state.HasFailed,
            Customers = (long)live.Workspace.Histories.SubjectCount,
            Facts = live.Workspace.Histories.FactCount,
        });
    }

    private async Task<IResult> LoadSampleAsync(HttpContext context)
    {
        await PostedForm.ReadAsync(context);
        if (live.Workspace.Histories.FactCount == 0)
        {
            samples.Start();
            audit.Write(context.Caller(), "sample.loaded", string.Empty);
        }

        return Screen.Go(DataAddress);
    }
}
