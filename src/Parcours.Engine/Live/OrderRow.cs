using Parcours.Domain.Facts;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Live;

/// <summary>What a fact says of its order: whose it is and how the company knows it.</summary>
/// <param name="Kind">The kind of the key it came under.</param>
/// <param name="Key">The key.</param>
/// <param name="Number">The order's number, as it was sent.</param>
/// <param name="Currency">The currency's index; 0 when the fact is no money.</param>
/// <param name="Channel">Where it came through.</param>
public sealed record OrderRow(IdentityKind Kind, string Key, string Number, byte Currency, Channel Channel);
