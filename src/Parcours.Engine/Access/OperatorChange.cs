namespace Parcours.Engine.Access;

/// <summary>What an owner changes of an operator; what is null stays.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Password">A new password, when the old one is forgotten; one-time codes are then off too.</param>
/// <param name="Disabled">True to remove them, false to let them in again.</param>
public sealed record OperatorChange(string? Name = null, Role? Role = null, string? Password = null, bool? Disabled = null);
