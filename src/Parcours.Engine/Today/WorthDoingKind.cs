namespace Parcours.Engine.Today;

/// <summary>What is worth doing.</summary>
public enum WorthDoingKind
{
    /// <summary>Reach those who lapse within a week before they do. The money is what they spent over the year.</summary>
    KeepBeforeLapsing,

    /// <summary>Win back those who lapse. The money is what they spent in the year that ended with their last order.</summary>
    WinBack,

    /// <summary>Bring new customers to a second order. The money is one average basket each.</summary>
    SecondOrder,
}
