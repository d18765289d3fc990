using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Engine.Sources.Shops;

/// <summary>A permission given or withdrawn.</summary>
/// <param name="Channel">For which channel.</param>
/// <param name="IsGiven">Whether it was given.</param>
/// <param name="At">When.</param>
/// <param name="Mark">What tells it from the same word said at another time.</param>
internal sealed record ShopConsent(Channel Channel, bool IsGiven, Instant At, string Mark);
