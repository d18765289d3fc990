namespace Parcours.Engine.Access;

/// <summary>What is said of a new operator.</summary>
/// <param name="Email">Signs in with it.</param>
/// <param name="Name">As it is shown; the address when empty.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Password">The first password.</param>
public sealed record OperatorRequest(string Email, string Name, Role Role, string Password);
