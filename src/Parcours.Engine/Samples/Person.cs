using Parcours.Domain.Facts;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>Who a customer is and will be: drawn once, before any fact. Moments are days of the shop with a fraction.</summary>
internal readonly struct Person
{
    /// <summary>Number, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Number of the account a stakeholder belongs to; -1 for a consumer.</summary>
    public required int Account { get; init; }

    /// <summary>When first heard of.</summary>
    public required double Arrival { get; init; }

    /// <summary>The first order; past the end for who never buys.</summary>
    public required double FirstOrder { get; init; }

    /// <summary>When a buyer stops for ever.</summary>
    public required double Death { get; init; }

    /// <summary>Mean days of season between orders.</summary>
    public required double MeanGap { get; init; }

    /// <summary>The share of orders made in a store.</summary>
    public required double StoreShare { get; init; }

    /// <summary>From 0, displeased, to 1.</summary>
    public required double Satisfaction { get; init; }

    /// <summary>The category most bought.</summary>
    public required int Favourite { get; init; }

    /// <summary>The town, by place.</summary>
    public required int Town { get; init; }

    /// <summary>Web or app.</summary>
    public required Channel Screen { get; init; }

    /// <summary>Whether a first order comes in the shop's time.</summary>
    public bool Buys(Shop shop) => FirstOrder < shop.Clock.Days;

    /// <summary>Draws a customer.</summary>
    public static Person Of(Shop shop, int number)
    {
        ShopTruth truth = shop.Truth;
        var draw = Draw.Of(shop.Key, number, Concern.Person);
        bool stakeholder = !shop.Options.OrdersOnly && Block.IsStakeholder(shop, number);
        double arrival = draw.Unit() * shop.Clock.Days;
        bool buys = draw.Happens(truth.BuyerShare) && !stakeholder;
        double first = arrival + draw.Exponential(truth.FirstOrderAfterDays);
        double rate = draw.Gamma(truth.Shape, truth.RateDays);
        double dropout = draw.Gamma(truth.DropoutShape, truth.DropoutRateDays);
        double firstMoment = buys ? shop.Clock.MomentOf(first) : double.PositiveInfinity;
        double skew = draw.Unit();
        return new Person
        {
            Number = number,
            Account = stakeholder ? number / Block.Customers : -1,
            Arrival = shop.Clock.MomentOf(arrival),
            FirstOrder = firstMoment,
            MeanGap = 1 / Math.Max(rate, 1e-9),
            Death = firstMoment + draw.Exponential(1 / Math.Max(dropout, 1e-9)),
            StoreShare = draw.Happens(0.35) ? 0.85 : 0.15,
            Satisfaction = draw.Beta(5, 2),
            Favourite = Baskets.CategoryOf(ref draw),
            Town = (int)(skew * skew * FrenchNames.Towns.Length),
            Screen = draw.Happens(0.3) ? Channel.App : Channel.Web,
        };
    }
}
