namespace Parcours.Engine.Access;

/// <summary>A write that its client named, to be able to repeat it safely.</summary>
/// <param name="Caller">Whose name it is: the caller's <see cref="Access.Caller.Actor"/>.</param>
/// <param name="Name">The name the client gave it, 1 to 255 characters.</param>
/// <param name="Request">The hash of what is asked: a name is for one request.</param>
public sealed record NamedWrite(string Caller, string Name, string Request);
