using Parcours.Engine.LifecycleMaps;
using Parcours.Web.Shell;

namespace Parcours.Web.Lifecycles;

/// <summary>What the address of a map holds, and what was typed wrongly into it.</summary>
/// <param name="Asked">The question, without what was wrong.</param>
/// <param name="Lifecycles">The lifecycles there are, in the order shown: id and name.</param>
public sealed record MapState(MapAsked Asked, IReadOnlyList<KeyValuePair<string, string>> Lifecycles)
{
    /// <summary>The first letters of the names of thresholds in the address.</summary>
    public const string ThresholdPrefix = "t.";

    /// <summary>Whether the earlier date was chosen, or is a year before.</summary>
    public bool HasFrom { get; init; }

    /// <summary>What was typed as a threshold and is none, by the threshold's name.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with each of them.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>A note typed for an adoption that was not taken.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>How the view beside the map is named in addresses; null for the usual one.</summary>
    public string? View => Asked.View == MapView.Moved ? null : ViewName(Asked.View);

    /// <summary>How a view is named in addresses.</summary>
    public static string ViewName(MapView view) => view switch { MapView.Moved => "moved", MapView.Time => "time", MapView.Paths => "paths" };

    /// <summary>What addresses keep of the state beside the date: names and values.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept()
    {
        if (HasFrom)
        {
            yield return new("from", Frame.Iso(Asked.From)!);
        }

        if (Asked.With is { } with)
        {
            yield return new("with", with);
        }

        if (View is { } view)
        {
            yield return new("show", view);
        }

        foreach ((string name, int days) in Asked.Tried)
        {
            yield return new(ThresholdPrefix + name, days.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
