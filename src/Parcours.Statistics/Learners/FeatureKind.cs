namespace Parcours.Statistics.Learners;

/// <summary>How the numbers of a feature are to be read.</summary>
public enum FeatureKind
{
    /// <summary>An amount, a count, a delay: more is more.</summary>
    Number,

    /// <summary>A code that stands for a word (a country, a channel): whole numbers from 0, in no order.</summary>
    Category,
}
