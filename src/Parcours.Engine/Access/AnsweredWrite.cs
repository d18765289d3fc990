namespace Parcours.Engine.Access;

/// <summary>A write that was claimed before.</summary>
/// <param name="Request">The hash of what was asked then.</param>
/// <param name="Answer">The answer; null while it is being done.</param>
public sealed record AnsweredWrite(string Request, KeptAnswer? Answer);
