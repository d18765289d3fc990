using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Rfm;

/// <summary>A group of a map.</summary>
/// <param name="Id">Its identifier, as "champions".</param>
/// <param name="Name">Its name, as shown.</param>
public sealed record RfmGroup(string Id, LocalText Name);
