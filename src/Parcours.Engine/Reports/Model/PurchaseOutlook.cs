using Parcours.Domain.Lifecycles;
using Parcours.Engine.Value;

namespace Parcours.Engine.Reports.Model;

/// <summary>What the models of orders and spend foretell of the base.</summary>
/// <param name="Customers">Customers with an order by the report's date.</param>
/// <param name="Missing">How many more are needed before anything is foretold; 0 when there are enough.</param>
/// <param name="Refused">Why no model could be fitted all the same; null otherwise.</param>
internal sealed record PurchaseOutlook(int Customers, int Missing, LocalText? Refused)
{
    /// <summary>Orders foretold and made; null when the past is too short.</summary>
    public TrackingPicture? Tracking { get; init; }

    /// <summary>A regular customer gone quiet; null when there is none.</summary>
    public AlivePicture? Alive { get; init; }

    /// <summary>Expected spend by tenth, the highest first, in whole units of the base's currency; empty when spend cannot be foretold.</summary>
    public IReadOnlyList<ValueDecile> Deciles { get; init; } = [];

    /// <summary>Why spend cannot be foretold; null when it can.</summary>
    public LocalText? NoSpend { get; init; }
}
