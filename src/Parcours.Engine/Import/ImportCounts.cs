namespace Parcours.Engine.Import;

/// <summary>The account of an import, in input lines: read = stored + duplicates + quarantined.</summary>
/// <param name="Read">Lines read, the header not counted.</param>
/// <param name="Stored">Lines that brought at least one new fact.</param>
/// <param name="Duplicates">Lines that brought nothing the workspace did not know.</param>
/// <param name="Quarantined">Lines put aside with a reason.</param>
/// <param name="Customers">Distinct customers (or accounts) named by the lines that were stored or known.</param>
/// <param name="Orders">Orders in those lines.</param>
/// <param name="Refunds">Refunds in those lines.</param>
public sealed record ImportCounts(long Read, long Stored, long Duplicates, long Quarantined, long Customers, long Orders, long Refunds);
