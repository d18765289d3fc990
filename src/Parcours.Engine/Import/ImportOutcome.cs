namespace Parcours.Engine.Import;

/// <summary>How an import ended: done, with its account, or refused.</summary>
/// <param name="Counts">The account; of what would have been stored when refused for too many bad lines.</param>
/// <param name="Refusal">Why it was refused; null when done.</param>
public sealed record ImportOutcome(ImportCounts? Counts, ImportRefusal? Refusal)
{
    /// <summary>The reasons lines were put aside for, the commonest first.</summary>
    public IReadOnlyList<QuarantineReason> Reasons { get; init; } = [];

    /// <summary>Where the lines put aside were written; null when there are none.</summary>
    public string? QuarantineFile { get; init; }

    /// <summary>Facts given to the store, those of an interrupted run included.</summary>
    public long Facts { get; init; }

    /// <summary>Facts an interrupted run had already made durable.</summary>
    public long Resumed { get; init; }

    /// <summary>The code of a currency nobody named; null when somebody did.</summary>
    public string? AssumedCurrency { get; init; }

    /// <summary>Orders already known whose total the file changed.</summary>
    public long OrdersAdjusted { get; init; }

    /// <summary>Times the file says that less was refunded of an order than is already known; the larger amount was kept.</summary>
    public long RefundedLess { get; init; }

    /// <summary>Pairs of keys that one line names for one person, and that other lines give to two.</summary>
    public long JoinsRefused { get; init; }
}
