using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Reports.Model;

/// <summary>A named group of the RFM map.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Customers">Customers at the date, and a year earlier.</param>
/// <param name="Spend">Net spend to date, in minor units.</param>
internal sealed record RfmGroup(LocalText Name, Twin Customers, long Spend);
