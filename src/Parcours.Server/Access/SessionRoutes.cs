using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parcours.Engine.Access;
using Parcours.Server.Routes;

namespace Parcours.Server.Access;

/// <summary>Signing in and out, and what operators change of their own access.</summary>
internal static class SessionRoutes
{
    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/session", Callers.SignedIn, Show).Describe("Session", "Who is signed in, and the value of X-CSRF-Token for writes.");
        routes.Post("/api/session", Callers.Anyone, SignIn).Describe("Session", "Signs an operator in: the answer sets the session's cookie.").EvenOnFullDisk();
        routes.Delete("/api/session", Callers.SignedIn, SignOut).Describe("Session", "Signs out.").EvenOnFullDisk();
        routes.Put("/api/session/password", Callers.SignedIn, ChangePassword).Describe("Session", "Changes one's own password, which ends all one's sessions.");
        routes.Post("/api/session/codes", Callers.SignedIn, NewSecret).Describe("Session", "Proposes a secret for one-time codes; nothing changes yet.");
        routes.Put("/api/session/codes", Callers.SignedIn, TurnCodesOn).Describe("Session", "Turns one-time codes on: the code proves that the authenticator has the secret. The answer shows the recovery codes, this once; one's other sessions end.").ShowsSecret();
        routes.Delete("/api/session/codes", Callers.SignedIn, TurnCodesOff).Describe("Session", "Turns one-time codes off; one's other sessions end.");
    }

    private static Ok<SessionAnswer> Show(HttpContext context, Operators operators) => TypedResults.Ok(AnswerOf(Me(context).Operator, SessionCookie.TokenIn(context.Request)!, operators));

    private static Results<Ok<SessionAnswer>, Refusals.Problem> SignIn(Credentials credentials, Sessions sessions, Operators operators, HttpContext context)
    {
        if (!SessionCookie.IsFromOurPage(context.Request))
        {
            return Refusals.Problem.Forbidden;
        }

        OpenedSession session = sessions.SignIn(new SignInRequest(credentials.Email, credentials.Password, credentials.Code, ClientAddress.Of(context)));
        SessionCookie.Set(context, session);
        return TypedResults.Ok(AnswerOf(session.Caller.Operator, session.Token, operators));
    }

    private static SessionAnswer AnswerOf(Operator person, string token, Operators operators) =>
        new(OperatorAnswer.Of(person), SessionCookie.ProofOf(token), operators.RecoveryCodesOf(person));

    private static NoContent SignOut(Sessions sessions, HttpContext context)
    {
        sessions.SignOut(Me(context));
        SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    private static NoContent ChangePassword(PasswordChange change, Operators operators, HttpContext context)
    {
        operators.ChangePassword(Me(context), change.Present, change.Next);
        SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    private static Ok<CodesAnswer> NewSecret(HttpContext context)
    {
        string secret = Totp.NewSecret();
        return TypedResults.Ok(new CodesAnswer(secret, Totp.AddressOf(secret, Me(context).Operator.Email)));
    }

    private static Ok<RecoveryAnswer> TurnCodesOn(CodesOn asked, Operators operators, HttpContext context) =>
        TypedResults.Ok(new RecoveryAnswer(operators.TurnCodesOn(Me(context), asked.Password, asked.Secret, asked.Code)));

    private static NoContent TurnCodesOff([Microsoft.AspNetCore.Mvc.FromBody] CodesOff asked, Operators operators, HttpContext context)
    {
        operators.TurnCodesOff(Me(context), asked.Password);
        return TypedResults.NoContent();
    }

    // The gate let in nobody else.
    private static Caller.SignedIn Me(HttpContext context) => (Caller.SignedIn)context.Caller();

    /// <summary>What somebody who signs in shows; the code is a one-time code or a recovery code.</summary>
    internal sealed record Credentials(string Email, string Password, string? Code = null);

    /// <summary>The password now, and the one to come.</summary>
    internal sealed record PasswordChange(string Present, string Next);

    /// <summary>What turns one-time codes on.</summary>
    internal sealed record CodesOn(string Password, string Secret, string Code);

    /// <summary>What turns one-time codes off.</summary>
    internal sealed record CodesOff(string Password);

    /// <summary>Who is signed in, what their writes must carry, and how many recovery codes they have left.</summary>
    internal sealed record SessionAnswer(OperatorAnswer Operator, string Csrf, int RecoveryCodesLeft);

    /// <summary>Codes that each stand in once for a one-time code.</summary>
    internal sealed record RecoveryAnswer(IReadOnlyList<string> RecoveryCodes);

    /// <summary>A secret for an authenticator, as text and as the address behind its picture.</summary>
    internal sealed record CodesAnswer(string Secret, string Address);
}
