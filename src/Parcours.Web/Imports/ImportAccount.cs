using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Imports;

/// <summary>What an import did, or would do, in lines of the file.</summary>
/// <param name="Read">Lines read.</param>
/// <param name="Stored">Lines that bring something new.</param>
/// <param name="Duplicates">Lines that were known.</param>
/// <param name="Quarantined">Lines to correct.</param>
/// <param name="Customers">Customers in them.</param>
/// <param name="Orders">Orders in them.</param>
/// <param name="Refunds">Refunds in them.</param>
public sealed record ImportAccount(long Read, long Stored, long Duplicates, long Quarantined, long Customers, long Orders, long Refunds)
{
    /// <summary>Why lines are to be corrected, the commonest reason first, each with the first line it is true of; the line itself where it is known.</summary>
    public IReadOnlyList<(LocalText Reason, long Lines, long ExampleLine, string? Example)> Reasons { get; init; } = [];

    /// <summary>The code of a currency that nobody named and that was assumed; null for none.</summary>
    public string? AssumedCurrency { get; init; }
}
