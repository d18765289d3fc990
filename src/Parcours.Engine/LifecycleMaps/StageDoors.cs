using System.Globalization;

namespace Parcours.Engine.LifecycleMaps;

/// <summary>Where the numbers of a map lead: to the table of the customers behind them.</summary>
/// <param name="Lifecycle">The lifecycle's id.</param>
/// <param name="At">The date of the map.</param>
/// <param name="From">The date it is compared with.</param>
public sealed record StageDoors(string Lifecycle, DateOnly At, DateOnly From)
{
    /// <summary>Those who stand in a stage at the date.</summary>
    public string Standing(string stage) => Address(At, ("stage", stage));

    /// <summary>Those who stood in a stage at the earlier date.</summary>
    public string StandingThen(string stage) => Address(From, ("stage", stage));

    /// <summary>Those who stood in one stage at the earlier date and stand in another, or the same, at the date.</summary>
    public string Moved(string fromStage, string stage) => Address(At, ("stage", stage), ("from", Iso(From)), ("fromStage", fromStage));

    /// <summary>Those of a stage of this lifecycle who stand in a stage of another one.</summary>
    public string AlsoIn(string stage, string otherLifecycle, string otherStage) =>
        Address(At, ("stage", stage), ("where", $"stage('{otherLifecycle}') = '{otherStage}'"));

    private string Address(DateOnly at, params ReadOnlySpan<(string Name, string Value)> values)
    {
        string address = $"/customers?lifecycle={Uri.EscapeDataString(Lifecycle)}&at={Iso(at)}";
        foreach ((string name, string value) in values)
        {
            address += $"&{name}={Uri.EscapeDataString(value)}";
        }

        return address;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
