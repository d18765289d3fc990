namespace Parcours.Engine.Live;

/// <summary>A point of the live store: how far each of its tables had come.</summary>
/// <param name="Import">The session.</param>
/// <param name="Facts">The last fact.</param>
/// <param name="Identities">How many identities.</param>
/// <param name="Terms">The last term.</param>
/// <param name="Kinds">How many custom kinds.</param>
/// <param name="Joins">The last row of joins.</param>
public sealed record LivePosition(long Import, long Facts, int Identities, int Terms, int Kinds, long Joins);
