namespace Parcours.Engine.Reports.Model;

/// <summary>The probability that one customer still buys, from the first order to the report's date.</summary>
/// <param name="FirstDay">The day of the first order.</param>
/// <param name="Points">Days since then and the probability, 0 to 1, as known on that day.</param>
/// <param name="OrderDays">Days since the first order of each order, 0 first.</param>
internal sealed record AlivePicture(DateOnly FirstDay, IReadOnlyList<(int Day, double Probability)> Points, IReadOnlyList<int> OrderDays)
{
    /// <summary>The probability at the report's date.</summary>
    public double Now => Points[^1].Probability;

    /// <summary>The day of the last order.</summary>
    public DateOnly LastOrder => FirstDay.AddDays(OrderDays[^1]);
}
