namespace Parcours.Engine.NextNeed;

/// <summary>Why something is proposed.</summary>
public enum NeedReasonKind
{
    /// <summary>The customer bought it before.</summary>
    BoughtBefore,

    /// <summary>Those who bought something the customer bought also buy it.</summary>
    BoughtByOthers,

    /// <summary>It sells well, and nothing more is known.</summary>
    BestSeller,
}
