using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Server.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Web.Access;
using Parcours.Web.Forms;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>One's own access.</summary>
internal sealed class AccountScreens(FrameReading frames, Operators operators)
{
    private const string Address = "/account";

    internal static void Map(RouteTable routes)
    {
        routes.Get(Address, Callers.SignedIn, (HttpContext context, AccountScreens screens) => screens.Show(context, TypedForm.Empty, null)).ForPages();
        routes.Post(Address + "/password", Callers.SignedIn, (HttpContext context, AccountScreens screens) => screens.TakeAsync(context, "password", screens.ChangePassword)).ForPages();
        routes.Post(Address + "/codes", Callers.SignedIn, (HttpContext context, AccountScreens screens) => screens.TakeAsync(context, "codes", screens.TurnCodesOn)).ForPages().ShowsSecret();
        routes.Post(Address + "/codes/off", Callers.SignedIn, (HttpContext context, AccountScreens screens) => screens.TakeAsync(context, "off", screens.TurnCodesOff)).ForPages();
        routes.Post(Address + "/sessions/end", Callers.SignedIn, (HttpContext context, AccountScreens screens) => screens.EndSessions(context)).ForPages();
    }

    private async Task<IResult> TakeAsync(HttpContext context, string sent, Func<HttpContext, TypedForm, IResult> take)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        try
        {
            return take(context, form);
        }
        catch (AccessException refused)
        {
            Frame frame = frames.Of(context);
            TypedForm wrong = refused.Refusal is AccessRefusal.WrongCredentials
                ? form.Wrong("present", frame.Say("This is not your password.", "Ce n’est pas votre mot de passe."))
                : AccessFaults.Beside(form, refused.Refusal, frame.Language);
            int status = Refused.By(refused.Refusal).Status;
            return Show(context, wrong, sent, status == StatusCodes.Status401Unauthorized ? StatusCodes.Status422UnprocessableEntity : status);
        }
    }

    private IResult ChangePassword(HttpContext context, TypedForm form)
    {
        operators.ChangePassword(Me(context), form["present"], form["password"]);
        SessionCookie.Clear(context);
        return Screen.Go(AccessPages.SignInAddress(Address, hasEnded: false));
    }

    private IResult EndSessions(HttpContext context)
    {
        operators.EndSessions(Me(context));
        SessionCookie.Clear(context);
        return Screen.Go(AccessPages.SignInAddress(Address, hasEnded: false));
    }

    private IResult TurnCodesOn(HttpContext context, TypedForm form) =>
        Show(context, TypedForm.Empty, null, recovery: operators.TurnCodesOn(Me(context), form["present"], form["secret"], form["code"]));

    private IResult TurnCodesOff(HttpContext context, TypedForm form)
    {
        operators.TurnCodesOff(Me(context), form["present"]);
        return Screen.Go(Address + "?done=off");
    }

    private IResult Show(HttpContext context, TypedForm form, string? sent, int status = StatusCodes.Status200OK, IReadOnlyList<string>? recovery = null)
    {
        Frame frame = frames.Of(context);
        Operator person = operators.List().First(person => person.Id == Me(context).Operator.Id);
        string? done = context.Request.Query["done"].ToString() switch
        {
            "off" => frame.Say("One-time codes are off.", "Les codes à usage unique sont désactivés."),
            _ => null,
        };
        return Screen.Show<AccountPage>(
            context,
            new
            {
                Frame = frame with { Operator = person },
                Person = person,
                Secret = sent == "codes" && form["secret"].Length > 0 ? form["secret"] : Totp.NewSecret(),
                Form = form,
                Sent = sent,
                Done = done,
                RecoveryCodes = recovery ?? [],
                CodesLeft = person.Totp is null ? (int?)null : operators.RecoveryCodesOf(person),
            },
            status);
    }

    // The gate let in nobody else.
    private static Caller.SignedIn Me(HttpContext context) => (Caller.SignedIn)context.Caller();
}
