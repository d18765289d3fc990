using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The name of a threshold as a reader says it; one that a company named itself is shown as written.</summary>
internal static class ThresholdName
{
    private static readonly LocalText Inactive = new("inactive after", "inactif après");
    private static readonly LocalText Lost = new("lost after", "perdu après");
    private static readonly LocalText Former = new("former after", "ex-client après");
    private static readonly LocalText Delivery = new("delivered after", "livré après");
    private static readonly LocalText Activation = new("activation within", "activation sous");

    public static string Of(Scribe scribe, string name) => name switch
    {
        "inactive_after" => scribe.Text(Inactive),
        "lost_after" => scribe.Text(Lost),
        "former_after" => scribe.Text(Former),
        "delivery_after" => scribe.Text(Delivery),
        "activation_within" => scribe.Text(Activation),
        _ => name.Replace('_', ' '),
    };
}
