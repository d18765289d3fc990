namespace Parcours.Domain.Expressions;

/// <summary>What a fold keeps up to date, fact by fact, for one part of an expression.</summary>
internal abstract class Aggregate
{
    /// <summary>Whether it also takes the orders that were fully refunded: spend does, since the refund is counted too.</summary>
    public virtual bool TakesRefunded => false;

    /// <summary>Back to nothing seen.</summary>
    public abstract void Reset();

    /// <summary>Takes a fact of one of its kinds.</summary>
    /// <param name="index">Its place in the fold's segment.</param>
    public abstract void Apply(int index);
}
