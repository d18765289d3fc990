namespace Parcours.Statistics.Recommendation;

/// <summary>How the items of a list were ranked.</summary>
public enum RankingMethod
{
    /// <summary>By how often the customer bought them, what is recent weighing more.</summary>
    PersonalFrequency,

    /// <summary>By what those bought who bought what the customer bought (<see cref="ItemModel"/>).</summary>
    ItemItem,

    /// <summary>By how many baskets hold them, the same for everybody: what the others are measured against.</summary>
    BestSellers,
}
