namespace Parcours.Domain.Expressions;

/// <summary>What a fold keeps up to date, fact by fact, for one part of an expression.</summary>
internal abstract class Aggregate
{
    /// <summary>
    /// Whether it is net spend: it takes the orders that were refunded in full, since their refund is counted too, and of a cancelled order
    /// nothing at all. Every other aggregate leaves out such orders and their lines, and takes the refunds and adjustments themselves.
    /// </summary>
    public virtual bool IsNetSpend => false;

    /// <summary>Back to nothing seen.</summary>
    public abstract void Reset();

    /// <summary>Takes a fact of one of its kinds.</summary>
    /// <param name="index">Its place in the fold's segment.</param>
    public abstract void Apply(int index);
}
