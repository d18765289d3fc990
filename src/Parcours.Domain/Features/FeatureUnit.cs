namespace Parcours.Domain.Features;

/// <summary>What the numbers of a feature count.</summary>
public enum FeatureUnit
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>Local days.</summary>
    Days,

    /// <summary>An amount in the base's currency, in major units.</summary>
    Money,

    /// <summary>A quotient without a unit.</summary>
    Ratio,

    /// <summary>A part of a whole, 0 to 1.</summary>
    Share,

    /// <summary>An answer on the survey's own scale.</summary>
    Score,

    /// <summary>A code: a stage's index or a term of the vocabulary.</summary>
    Category,
}
