using System.Globalization;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.NextNeed;

/// <summary>Why something is proposed, with the figures behind it.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Days">On how many days the customer bought it; 0 for what is new.</param>
/// <param name="EveryDays">The median number of days between those days; null below two.</param>
/// <param name="DaysSinceLast">Days since the last of them; 0 for what is new.</param>
/// <param name="Because">The term of what the customer bought that speaks most for it; 0 for the other kinds.</param>
/// <param name="Lift">How much likelier the buyers of that are to have bought this than customers are on average; 0 for the other kinds.</param>
public sealed record NeedReason(NeedReasonKind Kind, int Days, double? EveryDays, int DaysSinceLast, int Because, double Lift)
{
    /// <summary>The reason in words, in both languages.</summary>
    /// <param name="nameOf">What a term is called.</param>
    public LocalText Words(Func<int, string> nameOf)
    {
        switch (Kind)
        {
            case NeedReasonKind.BoughtByOthers:
                string lift = Lift.ToString("0.0", CultureInfo.InvariantCulture);
                return new($"bought by those who bought {nameOf(Because)}: lift {lift}", $"acheté par ceux qui ont acheté {nameOf(Because)} : lift {lift.Replace('.', ',')}");
            case NeedReasonKind.BestSeller:
                return new("among the best-sellers", "parmi les meilleures ventes");
            default:
                string every = EveryDays is { } days ? Math.Round(days, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) : string.Empty;
                return EveryDays is null
                    ? new($"bought once, {AgoEn}", $"acheté une fois, {AgoFr}")
                    : new($"bought every {(every == "1" ? "day" : every + " days")}, last {AgoEn}", $"acheté tous les {(every == "1" ? "jours" : every + " jours")}, la dernière fois {AgoFr}");
        }
    }

    private string AgoEn => DaysSinceLast switch { 0 => "today", 1 => "1 day ago", _ => string.Create(CultureInfo.InvariantCulture, $"{DaysSinceLast} days ago") };

    private string AgoFr => DaysSinceLast switch { 0 => "aujourd'hui", 1 => "il y a 1 jour", _ => string.Create(CultureInfo.InvariantCulture, $"il y a {DaysSinceLast} jours") };
}
