namespace Parcours.Engine.Value;

/// <summary>What is meant by a customer's value.</summary>
/// <param name="HorizonDays">How far ahead of the cut, in days; above 0.</param>
/// <param name="AnnualDiscount">What a year takes off money to come: .1 for 10 %; 0 or more.</param>
/// <param name="Model">The model of when customers buy: <c>pnbd</c>, <c>bgnbd</c>, <c>mbgnbd</c> or <c>nbd</c>.</param>
public sealed record ValueRequest(double HorizonDays = 365, double AnnualDiscount = 0.1, string Model = "pnbd")
{
    /// <summary>The models that a value can rest on.</summary>
    public static IReadOnlyList<string> Models { get; } = ["pnbd", "bgnbd", "mbgnbd", "nbd"];
}
