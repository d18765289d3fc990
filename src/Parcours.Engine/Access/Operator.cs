using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>A person of the company who uses Parcours.</summary>
/// <param name="Id">A number from 1; 0 before it is stored.</param>
/// <param name="Email">Signs in with it; trimmed, lower case, unique.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Password">The hash of the password, with its salt and its cost.</param>
/// <param name="Totp">The shared secret of the one-time codes, sealed (<see cref="ISecretSeal"/>); null when they are off.</param>
/// <param name="TotpStep">The step of the last code taken: none is taken twice.</param>
/// <param name="Failures">Wrong passwords or codes since the last right one.</param>
/// <param name="LockedUntil">No sign-in before this instant; <see cref="Instant.Beginning"/> when there is no lock.</param>
/// <param name="Created">When they were added.</param>
/// <param name="Disabled">When they were removed; <see cref="Instant.Never"/> while they may sign in.</param>
public sealed record Operator(
    int Id, string Email, string Name, Role Role, string Password, string? Totp, long TotpStep, int Failures, Instant LockedUntil, Instant Created, Instant Disabled)
{
    /// <summary>Whether they were not removed.</summary>
    public bool IsActive => Disabled == Instant.Never;
}
