using Parcours.Domain.Facts;

namespace Parcours.Engine.Samples;

/// <summary>A mailing of the shop.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="Day">The day it goes out, from the shop's first.</param>
/// <param name="Channel">E-mail or text message.</param>
/// <param name="Category">The category it is about, by place; -1 for all.</param>
internal sealed record ShopCampaign(string Name, int Day, Channel Channel, int Category)
{
    private const int YearOfCustomers = 365;

    /// <summary>The campaigns of the shop's years, in order.</summary>
    public static IReadOnlyList<ShopCampaign> Of(ShopClock clock)
    {
        var all = new List<ShopCampaign>();
        foreach (int year in clock.Years)
        {
            Add(FrenchSales.Winter(year), "Soldes d'hiver", Channel.Email, -1);
            Add(new DateOnly(year, 3, 12), "Nouveautés de printemps", Channel.Email, 0);
            Add(new DateOnly(year, 5, 15), "Fête des mères", Channel.Email, 6);
            Add(FrenchSales.Summer(year), "Soldes d'été", Channel.Email, -1);
            Add(FrenchSales.Summer(year).AddDays(14), "Soldes : dernière démarque", Channel.Sms, -1);
            Add(new DateOnly(year, 9, 3), "Rentrée", Channel.Email, 1);
            Add(new DateOnly(year, 10, 16), "Maison d'automne", Channel.Email, 7);
            Add(new DateOnly(year, 11, 26), "Noël avant l'heure", Channel.Email, 8);
            Add(new DateOnly(year, 12, 10), "Derniers jours pour Noël", Channel.Sms, -1);

            void Add(DateOnly date, string name, Channel channel, int category)
            {
                int day = Domain.Time.Calendar.DayOf(date) - clock.FirstDay;
                if (day >= 0 && day < clock.Days)
                {
                    all.Add(new($"{name} {year}", day, channel, category));
                }
            }
        }

        return [.. all.OrderBy(campaign => campaign.Day)];
    }

    /// <summary>The mailings to customers who lapsed, once a year, when the shop is old enough to have many.</summary>
    public static IReadOnlyList<ShopCampaign> WinBacksOf(ShopClock clock) =>
    [
        .. clock.Years
            .Select(year => new ShopCampaign($"Vous nous manquez {year}", Domain.Time.Calendar.DayOf(new DateOnly(year, 2, 25)) - clock.FirstDay, Channel.Email, -1))
            .Where(campaign => campaign.Day >= YearOfCustomers && campaign.Day < clock.Days),
    ];
}
