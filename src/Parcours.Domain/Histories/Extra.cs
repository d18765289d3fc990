using Parcours.Domain.Time;

namespace Parcours.Domain.Histories;

/// <summary>What few facts have: kept in a sparse column beside them.</summary>
/// <param name="Until">The end of a trial, subscription, contract or commitment; <see cref="Instant.Never"/> when open or unknown.</param>
/// <param name="Actor">The stakeholder who acted, as a subject's index; -1 for none.</param>
/// <param name="Quantity">Units of an order line, in thousandths (1 unit is 1000).</param>
public readonly record struct Extra(Instant Until, int Actor, int Quantity)
{
    /// <summary>What a fact has that is not in the sparse column: open end, no actor, one unit.</summary>
    public static readonly Extra None = new(Instant.Never, -1, 1000);
}
