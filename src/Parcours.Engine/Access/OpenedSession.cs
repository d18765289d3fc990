namespace Parcours.Engine.Access;

/// <summary>A session just opened: the only moment when its token can be read.</summary>
/// <param name="Token">What the browser keeps.</param>
/// <param name="Caller">Who it is.</param>
/// <param name="Session">What is kept of it.</param>
public sealed record OpenedSession(string Token, Caller.SignedIn Caller, Session Session);
