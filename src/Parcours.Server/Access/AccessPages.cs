using System.Net;
using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Server.Screens;

namespace Parcours.Server.Access;

/// <summary>The two pages that come before all others: becoming the owner, and signing in.</summary>
internal static class AccessPages
{
    internal static void Map(RouteTable routes)
    {
        routes.Get("/setup", Callers.Anyone, (HttpContext context, string? token) => SetUpPage(context, token ?? string.Empty, null)).ExcludeFromDescription();
        routes.Post("/setup", Callers.Anyone, SetUpAsync).ExcludeFromDescription();
        routes.Get("/sign-in", Callers.Anyone, (HttpContext context, string? next) => SignInPage(context, next, null)).ExcludeFromDescription();
        routes.Post("/sign-in", Callers.Anyone, SignInAsync).ExcludeFromDescription();
    }

    private static AccessPage SetUpPage(HttpContext context, string token, AccessRefusal? refusal)
    {
        string language = ReaderLanguage.Of(context.Request);
        return new AccessPage(language, AccessPage.Say(language, "Set up Parcours", "Mettre en route Parcours"), refusal?.Sentence.In(language),
            $"""
            <p>{AccessPage.Say(language, "You become the owner of this workspace.", "Vous devenez propriétaire de cet espace.")}</p>
            <form method="post" action="/setup">
            <input type="hidden" name="token" value="{WebUtility.HtmlEncode(token)}">
            <label for="email">{AccessPage.Say(language, "E-mail address", "Adresse e-mail")}</label>
            <input id="email" name="email" type="email" autocomplete="username" required>
            <label for="name">{AccessPage.Say(language, "Name", "Nom")}</label>
            <input id="name" name="name" autocomplete="name">
            <label for="password">{AccessPage.Say(language, "Password", "Mot de passe")}</label>
            <input id="password" name="password" type="password" autocomplete="new-password" minlength="{OperatorRules.ShortestPassword}" required aria-describedby="rule">
            <p id="rule">{AccessPage.Say(language, $"{OperatorRules.ShortestPassword} characters or more; a sentence will do.", $"Au moins {OperatorRules.ShortestPassword} caractères ; une phrase convient.")}</p>
            <button>{AccessPage.Say(language, "Become the owner", "Devenir propriétaire")}</button>
            </form>
            """);
    }

    private static AccessPage SignInPage(HttpContext context, string? next, AccessRefusal? refusal)
    {
        string language = ReaderLanguage.Of(context.Request);
        return new AccessPage(language, AccessPage.Say(language, "Sign in", "Connexion"), refusal?.Sentence.In(language),
            $"""
            <form method="post" action="/sign-in">
            <input type="hidden" name="next" value="{WebUtility.HtmlEncode(next)}">
            <label for="email">{AccessPage.Say(language, "E-mail address", "Adresse e-mail")}</label>
            <input id="email" name="email" type="email" autocomplete="username" required>
            <label for="password">{AccessPage.Say(language, "Password", "Mot de passe")}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <label for="code">{AccessPage.Say(language, "One-time code, if you turned codes on", "Code à usage unique, si vous l'avez activé")}</label>
            <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code">
            <button>{AccessPage.Say(language, "Sign in", "Se connecter")}</button>
            </form>
            """);
    }

    private static async Task<IResult> SetUpAsync(HttpContext context, SetUp setUp)
    {
        if (!SessionCookie.IsFromOurPage(context.Request))
        {
            return Problem.Forbidden;
        }

        if (!context.Request.HasFormContentType)
        {
            return Refused.ByStatus(StatusCodes.Status415UnsupportedMediaType);
        }

        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        try
        {
            var request = new OperatorRequest(form["email"].ToString(), form["name"].ToString(), Role.Owner, form["password"].ToString());
            SessionCookie.Set(context, setUp.Use(form["token"].ToString(), request, ClientAddress.Of(context)));
            return Screen.Go("/");
        }
        catch (AccessException refused)
        {
            return SetUpPage(context, form["token"].ToString(), refused.Refusal) with { Status = Refused.By(refused.Refusal).Status };
        }
    }

    private static async Task<IResult> SignInAsync(HttpContext context, Sessions sessions)
    {
        if (!SessionCookie.IsFromOurPage(context.Request))
        {
            return Problem.Forbidden;
        }

        if (!context.Request.HasFormContentType)
        {
            return Refused.ByStatus(StatusCodes.Status415UnsupportedMediaType);
        }

        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string next = form["next"].ToString();
        try
        {
            SessionCookie.Set(context, sessions.SignIn(
                new SignInRequest(form["email"].ToString(), form["password"].ToString(), form["code"].ToString(), ClientAddress.Of(context))));
            return Screen.Go(Screen.IsOurs(next) ? next : "/");
        }
        catch (AccessException refused)
        {
            return SignInPage(context, next, refused.Refusal) with { Status = Refused.By(refused.Refusal).Status };
        }
    }
}
