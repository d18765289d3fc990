using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Reports.Writing;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Server.Screens;
using Parcours.Web.Access;
using Parcours.Web.Forms;
using Parcours.Web.Shell;

namespace Parcours.Server.Access;

/// <summary>The pages that come before and after all others: becoming the owner, signing in, signing out.</summary>
internal static class AccessPages
{
    internal static void Map(RouteTable routes)
    {
        routes.Get("/setup", Callers.Anyone, (HttpContext context, string? token) => SetUpPage(context, TypedForm.Empty.With("token", token ?? string.Empty))).ExcludeFromDescription();
        routes.Post("/setup", Callers.Anyone, SetUpAsync).ExcludeFromDescription();
        routes.Get("/sign-in", Callers.Anyone, (HttpContext context, string? next, string? ended) =>
            SignInPage(context, TypedForm.Empty.With("next", next ?? string.Empty).With("ended", ended ?? string.Empty))).ExcludeFromDescription();
        routes.Post("/sign-in", Callers.Anyone, SignInAsync).ExcludeFromDescription();
    }

    /// <summary>The address of the sign-in page.</summary>
    /// <param name="next">Where it leads on to.</param>
    /// <param name="hasEnded">Whether a session ended on the way.</param>
    internal static string SignInAddress(string next, bool hasEnded) => $"/sign-in?next={Uri.EscapeDataString(next)}{(hasEnded ? "&ended=1" : string.Empty)}";

    private static IResult SetUpPage(HttpContext context, TypedForm form, int status = StatusCodes.Status200OK) =>
        Screen.Show<SetUpPage>(context, new { Language = LanguageOf(context), Form = form, Here = Frame.With("/setup", ("token", form["token"])) }, status);

    private static IResult SignInPage(HttpContext context, TypedForm form, int status = StatusCodes.Status200OK)
    {
        bool hasEnded = form["ended"].Length > 0;
        return Screen.Show<SignInPage>(context, new { Language = LanguageOf(context), Form = form, Here = SignInAddress(form["next"], hasEnded), HasEnded = hasEnded }, status);
    }

    private static async Task<IResult> SetUpAsync(HttpContext context, SetUp setUp)
    {
        if (!SessionCookie.IsFromOurPage(context.Request))
        {
            return Problem.Forbidden;
        }

        TypedForm form = await PostedForm.ReadAsync(context);
        try
        {
            SessionCookie.Set(context, setUp.Use(form["token"], new OperatorRequest(form["email"], form["name"], Role.Owner, form["password"]), ClientAddress.Of(context)));
            return Screen.Go("/");
        }
        catch (AccessException refused)
        {
            return SetUpPage(context, AccessFaults.Beside(form, refused.Refusal, LanguageOf(context)), Refused.By(refused.Refusal).Status);
        }
    }

    private static async Task<IResult> SignInAsync(HttpContext context, Sessions sessions)
    {
        if (!SessionCookie.IsFromOurPage(context.Request))
        {
            return Problem.Forbidden;
        }

        TypedForm form = await PostedForm.ReadAsync(context);
        try
        {
            SessionCookie.Set(context, sessions.SignIn(new SignInRequest(form["email"], form["password"], form["code"], ClientAddress.Of(context))));
            return Screen.Go(Screen.IsOurs(form["next"]) ? form["next"] : "/");
        }
        catch (AccessException refused)
        {
            return SignInPage(context, AccessFaults.Beside(form, refused.Refusal, LanguageOf(context)), Refused.By(refused.Refusal).Status);
        }
    }

    private static ReportLanguage LanguageOf(HttpContext context) => ReportLanguage.Of(ReaderLanguage.Of(context.Request));
}
