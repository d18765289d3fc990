namespace Parcours.Engine.Reports.Model;

/// <summary>Cumulative repeat orders, those made against those a model expects that has seen the first two thirds of the past only.</summary>
/// <param name="Dates">The ends of the periods, the report's date last.</param>
/// <param name="Boundary">The place in <paramref name="Dates"/> of the last one the model has seen.</param>
/// <param name="Customers">Customers with an order by the boundary: those followed.</param>
/// <param name="Actual">Repeat orders made by each date, those of one day counting once.</param>
/// <param name="Expected">Repeat orders expected by each date.</param>
internal sealed record TrackingPicture(IReadOnlyList<DateOnly> Dates, int Boundary, long Customers, IReadOnlyList<long> Actual, IReadOnlyList<double> Expected)
{
    /// <summary>Repeat orders made after the boundary.</summary>
    public long MadeAfter => Actual[^1] - Actual[Boundary];

    /// <summary>Repeat orders expected after the boundary.</summary>
    public double ExpectedAfter => Expected[^1] - Expected[Boundary];
}
