using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Server.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Web.Forms;
using Parcours.Web.Settings;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens.Settings;

/// <summary>Settings: the keys that programs use.</summary>
internal sealed class KeyScreens(FrameReading frames, AccessKeys keys, TimeProvider time)
{
    private const string Address = "/settings/keys";

    internal static void Map(RouteTable routes)
    {
        Callers owners = Callers.Operators(Role.Owner);
        routes.Get(Address, owners, (HttpContext context, KeyScreens screens) => screens.Page(context, TypedForm.Empty.With("kind", "write"))).ForPages();
        routes.Post(Address, owners, (HttpContext context, KeyScreens screens) => screens.MakeAsync(context)).ForPages().ShowsSecret();
        routes.Post(Address + "/{id:int}/revoke", owners, (HttpContext context, KeyScreens screens, int id) => screens.Revoke(context, id)).ForPages();
    }

    private IResult Page(HttpContext context, TypedForm form, NewKey? made = null, int status = StatusCodes.Status200OK)
    {
        Frame frame = frames.Of(context);
        IReadOnlyList<AccessKey> all = keys.List();
        int? revoked = int.TryParse(context.Request.Query["revoked"], NumberStyles.None, CultureInfo.InvariantCulture, out int id) && all.Any(key => key.Id == id && key.Revoked != Instant.Never) ? id : null;
        return Screen.Show<KeysPage>(
            context,
            new
            {
                Frame = frame,
                Clock = frames.ClockOf(frame),
                Keys = all,
                LastUses = (IReadOnlyDictionary<int, Instant>)all.Where(key => keys.LastUseOf(key.Id) is not null).ToDictionary(key => key.Id, key => keys.LastUseOf(key.Id)!.Value),
                Now = Instant.From(time.GetUtcNow()),
                Form = form,
                Made = made,
                Revoked = revoked,
            },
            status);
    }

    private async Task<IResult> MakeAsync(HttpContext context)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        Frame frame = frames.Of(context);
        if (form["kind"] is not ("write" or "server"))
        {
            return Page(context, form.Wrong("kind", frame.Say("Choose one of the two kinds.", "Choisissez un des deux types.")), status: StatusCodes.Status422UnprocessableEntity);
        }

        if ((form["expires"].Length == 0 ? Instant.Never : frames.ClockOf(frame).EndOf(form["expires"])) is not { } expires)
        {
            return Page(context, form.Wrong("expires", frame.Say("That is no date: write 2026-12-31.", "Ce n’est pas une date : écrivez 2026-12-31.")), status: StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            NewKey made = keys.Create(new KeyRequest(form["kind"] == "write" ? KeyKind.Write : KeyKind.Server, form["name"], form.All("scopes"), expires), context.Caller());
            return Page(context, TypedForm.Empty.With("kind", "write"), made);
        }
        catch (AccessException refused)
        {
            return Page(context, AccessFaults.Beside(form, refused.Refusal, frame.Language), status: Refused.By(refused.Refusal).Status);
        }
    }

    private IResult Revoke(HttpContext context, int id)
    {
        keys.Revoke(id, context.Caller());
        return Screen.Go($"{Address}?revoked={id}");
    }
}
