namespace Parcours.Engine.Lifecycles;

/// <summary>For every stage of every built-in lifecycle: who is in it and who just is not. Peers give a rhythm of 60 days: inactive after 180.</summary>
internal static partial class StageCases
{
    public static IReadOnlyList<StageCase> All { get; } =
    [
        .. Relation(), .. CrmSegments(), .. Journey(), .. Marketing(), .. Growth(), .. AwarenessLoyalty(), .. ClmB2C(), .. ClmB2B(),
        .. Hubspot(), .. Omnisend(), .. ShopifyRfm(), .. KlaviyoRfm(), .. PosthogLifecycle(), .. Rfm10(), .. Drip(), .. Lifesight(),
    ];

    private static StageCase Case(string lifecycle, string stage, Story story, string on, IReadOnlyList<Story>? peers = null) =>
        new(lifecycle, stage, story, on, peers ?? Peers.Regular);
}
