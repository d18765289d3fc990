using Parcours.Domain.Facts;

namespace Parcours.Engine.Import;

/// <summary>What messages told of an order, in facts that no file brought. Amounts are minor units.</summary>
/// <param name="Kinds">The kinds of facts they told of it: its lines, its coupons, its cancellation; <see cref="FactKind.Order"/> when the order itself is theirs.</param>
/// <param name="Refunded">What they said was given back, 0 or more.</param>
public sealed record ToldOrder(IReadOnlySet<FactKind> Kinds, long Refunded);
