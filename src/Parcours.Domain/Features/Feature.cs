using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Features;

/// <summary>Something known of a customer at a date, by which models tell customers apart. A function of the history cut at that date and of nothing else.</summary>
/// <param name="Id">Its name in tables and files, as <c>days_since_last_order</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Unit">What its numbers count.</param>
public sealed record Feature(string Id, LocalText Name, FeatureUnit Unit);
