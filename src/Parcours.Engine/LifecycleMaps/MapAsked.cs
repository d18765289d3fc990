namespace Parcours.Engine.LifecycleMaps;

/// <summary>What a map is asked for.</summary>
/// <param name="Lifecycle">The lifecycle's id.</param>
/// <param name="At">The date.</param>
/// <param name="From">The date it is compared with, before it or equal.</param>
/// <param name="Language">"en" or "fr".</param>
public sealed record MapAsked(string Lifecycle, DateOnly At, DateOnly From, string Language)
{
    /// <summary>Another lifecycle to compare with; null for none.</summary>
    public string? With { get; init; }

    /// <summary>Thresholds somebody tries, in days by name; empty for the definition as it stands.</summary>
    public IReadOnlyDictionary<string, int> Tried { get; init; } = new Dictionary<string, int>();

    /// <summary>What stands beside the thresholds.</summary>
    public MapView View { get; init; }

    /// <summary>A text that two equal questions share.</summary>
    public string Key => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"map {Lifecycle} {At:yyyy-MM-dd} {From:yyyy-MM-dd} {Language} {With} {View} {ChosenThresholds.KeyOf(Tried)}");
}
