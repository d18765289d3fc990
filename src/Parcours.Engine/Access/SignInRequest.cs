namespace Parcours.Engine.Access;

/// <summary>What somebody who signs in shows.</summary>
/// <param name="Email">Their address.</param>
/// <param name="Password">Their password.</param>
/// <param name="Code">The one-time code; null when none was typed.</param>
/// <param name="Place">Where they are: the network address, for the limit of attempts.</param>
public sealed record SignInRequest(string Email, string Password, string? Code, string Place);
