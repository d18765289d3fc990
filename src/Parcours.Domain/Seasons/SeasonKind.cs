namespace Parcours.Domain.Seasons;

/// <summary>What makes days of the year special.</summary>
public enum SeasonKind
{
    /// <summary>A public holiday.</summary>
    PublicHoliday,

    /// <summary>Sales set by law.</summary>
    Sales,

    /// <summary>School holidays.</summary>
    SchoolHolidays,

    /// <summary>The company's own: a fair, a birthday of the brand.</summary>
    Other,
}
