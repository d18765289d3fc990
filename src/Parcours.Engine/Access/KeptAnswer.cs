namespace Parcours.Engine.Access;

/// <summary>The answer of a write, kept to be given again.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The content type; null for none.</param>
/// <param name="Body">The text; null when there was none, or when it held a secret that is shown once.</param>
public sealed record KeptAnswer(int Status, string? Type, string? Body);
