using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>Net spend: orders and their adjustments, less refunds.</summary>
internal sealed class SpendTally(Fold fold) : Tally(fold, null)
{
    public static readonly FactKind[] Kinds = [FactKind.Order, FactKind.OrderAdjusted, FactKind.Refund];

    public override bool IsNetSpend => true;

    protected override long Signed(in Fact fact) => fact.Kind == FactKind.Refund ? -fact.Value : fact.Value;
}
