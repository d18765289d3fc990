namespace Parcours.Domain.Histories;

/// <summary>A member of facts' payloads that a workspace reads into memory, so that a condition can look at it.</summary>
/// <param name="Kind">The kind of fact that has it, by its name, as "order".</param>
/// <param name="Name">Its name, as "store": lower-case letters, digits and underscores.</param>
/// <param name="IsNumber">Whether it is read as a number; else as a text.</param>
public sealed record DeclaredProperty(string Kind, string Name, bool IsNumber);
