namespace Parcours.Domain.Lifecycles;

/// <summary>The name of a threshold as a reader says it; one that a company named itself is shown as written, without underscores.</summary>
public static class ThresholdName
{
    private static readonly Dictionary<string, LocalText> Names = new(StringComparer.Ordinal)
    {
        ["inactive_after"] = new("inactive after", "inactif après"),
        ["lost_after"] = new("lost after", "perdu après"),
        ["former_after"] = new("former after", "ex-client après"),
        ["delivery_after"] = new("delivered after", "livré après"),
        ["activation_within"] = new("activation within", "activation sous"),
        ["new_within"] = new("new within", "nouveau sous"),
    };

    /// <summary>The name in both languages.</summary>
    /// <param name="name">As the rules write it: "inactive_after".</param>
    public static LocalText Of(string name) => Names.TryGetValue(name, out LocalText known) ? known : new(name.Replace('_', ' '), name.Replace('_', ' '));
}
