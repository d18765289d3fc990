namespace Parcours.Domain.Expressions;

/// <summary>What a fold keeps up to date, fact by fact, for one part of an expression.</summary>
internal abstract class Aggregate(Fold fold)
{
    private long _readIn = -1;

    /// <summary>
    /// Whether it is net spend: it takes the orders that were refunded in full, since their refund is counted too, and of a cancelled order
    /// nothing at all. Every other aggregate leaves out such orders and their lines, and takes the refunds and adjustments themselves.
    /// </summary>
    public virtual bool IsNetSpend => false;

    /// <summary>
    /// Whether the last evaluation looked at it. What it did not look at cannot change its answer: a rule that stopped at its first part
    /// need not be asked again when a fact only moves a later one.
    /// </summary>
    public virtual bool WasRead => _readIn == Fold.Evaluation;

    /// <summary>The fold it follows.</summary>
    protected Fold Fold { get; } = fold;

    /// <summary>Back to nothing seen.</summary>
    public abstract void Reset();

    /// <summary>Takes a fact of one of its kinds.</summary>
    /// <param name="index">Its place in the fold's segment.</param>
    /// <returns>False when its condition leaves the fact out.</returns>
    public abstract bool Apply(int index);

    /// <summary>Notes that the present evaluation looks at it.</summary>
    protected void Read() => _readIn = Fold.Evaluation;
}
