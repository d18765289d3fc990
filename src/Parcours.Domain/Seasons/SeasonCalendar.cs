using System.Collections.Immutable;
using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Seasons;

/// <summary>The special days of a country or a company.</summary>
/// <param name="Id">Its identifier, as "fr".</param>
/// <param name="Name">Its name, as shown.</param>
/// <param name="Source">Where its dates come from.</param>
/// <param name="Seasons">What it holds, in the order of its file.</param>
public sealed record SeasonCalendar(string Id, LocalText Name, string Source, ImmutableArray<Season> Seasons)
{
    /// <summary>A season by its id; null when there is none.</summary>
    public Season? Find(string id) => Seasons.FirstOrDefault(season => season.Id == id);
}
