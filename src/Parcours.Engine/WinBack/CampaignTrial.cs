using Parcours.Domain.Time;

namespace Parcours.Engine.WinBack;

/// <summary>A campaign with a control group, as far as those whom a list is about took part in it.</summary>
/// <param name="Campaign">Its name.</param>
/// <param name="From">The first draw counted.</param>
/// <param name="To">The last draw counted.</param>
/// <param name="Treated">How many were drawn for treatment.</param>
/// <param name="Control">How many were drawn to be left alone.</param>
public sealed record CampaignTrial(string Campaign, Instant From, Instant To, int Treated, int Control);
