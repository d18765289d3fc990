namespace Parcours.Engine.Reports;

/// <summary>A part of the report that a reader may look at alone.</summary>
public enum ChapterKind
{
    /// <summary>Where subjects stand, where they stood, and where they go next.</summary>
    Stages,

    /// <summary>What share of each stage of the path leads on.</summary>
    Conversion,

    /// <summary>How long they stay in each stage, and through which stages they go.</summary>
    Time,

    /// <summary>How often customers buy, and the thresholds that come of it.</summary>
    Rhythm,

    /// <summary>Those who began in the same month, over time.</summary>
    Cohorts,

    /// <summary>Recency, frequency and money.</summary>
    Rfm,

    /// <summary>Orders, baskets and products.</summary>
    Orders,

    /// <summary>Who is leaving, and what earlier answers were worth.</summary>
    Churn,

    /// <summary>Who is alive, and what customers are worth.</summary>
    Value,

    /// <summary>What customers need next.</summary>
    NextNeed,

    /// <summary>When customers order again.</summary>
    Timing,
}
