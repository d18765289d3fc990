using Parcours.Domain.Facts;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>Visits: those that lead to an order, those that leave a cart or a checkout behind, and those that only look.</summary>
internal sealed class Visits(Shop shop, FactBuffer facts)
{
    private const double IdleVisitsPerDay = 0.002;

    /// <summary>The visits that led to no order, while a customer cares.</summary>
    public void Live(in Person person)
    {
        var draw = Draw.Of(shop.Key, person.Number, Concern.Visits);
        if (!person.Buys(shop))
        {
            int count = 1 + draw.NegativeBinomial(0.6, 2);
            double moment = person.Arrival;
            for (int i = 0; i < count && moment < shop.Clock.Days; i++)
            {
                Idle(ref draw, in person, moment);
                moment += 0.01 + draw.Exponential(30);
            }

            return;
        }

        Idle(ref draw, in person, person.Arrival);
        double end = Math.Min(person.Death, shop.Clock.Days);
        for (double moment = person.Arrival + draw.Exponential(1 / IdleVisitsPerDay); moment < end; moment += draw.Exponential(1 / IdleVisitsPerDay))
        {
            Idle(ref draw, in person, moment);
        }
    }

    /// <summary>A visit that follows a click in a message.</summary>
    public void FromMessage(ref Draw draw, in Person person, int day, int second, int category) =>
        Look(ref draw, person.Screen, day, second, category < 0 ? person.Favourite : category);

    /// <summary>A visit to a store just before a purchase there: counted by the door for some only.</summary>
    public void ToStore(ref Draw draw, int store, int day, int second)
    {
        if (draw.Happens(0.4))
        {
            facts.Add(FactKind.StoreVisit, shop.Clock.At(day, second - draw.Between(240, 1_800)), shop.Terms.Stores[store], 0, Channel.Store);
        }
    }

    /// <summary>The visit in which an order was placed: search, views, cart, checkout.</summary>
    public void BeforeOrder(ref Draw draw, Channel channel, int day, int second, ReadOnlySpan<BasketLine> lines)
    {
        int length = draw.Between(300, 2_400);
        facts.Add(FactKind.Visit, shop.Clock.At(day, second - length), 0, 0, channel);
        if (draw.Happens(0.15))
        {
            Search(ref draw, channel, day, second - (length * 7 / 8));
        }

        int product = shop.Terms.Products[lines[0].Product];
        if (draw.Happens(0.7))
        {
            facts.Add(FactKind.ProductView, shop.Clock.At(day, second - (length * 3 / 4)), product, 0, channel);
        }

        if (lines.Length > 1 && draw.Happens(0.5))
        {
            facts.Add(FactKind.ProductView, shop.Clock.At(day, second - (length / 2)), shop.Terms.Products[lines[1].Product], 0, channel);
        }

        facts.Add(FactKind.Cart, shop.Clock.At(day, second - (length * 3 / 8)), product, 0, channel);
        facts.Add(FactKind.Checkout, shop.Clock.At(day, second - (length / 8)), 0, 0, channel);
    }

    private void Idle(ref Draw draw, in Person person, double moment)
    {
        int day = (int)moment;
        int second = ShopHours.SecondOf(moment - day);
        if (draw.Happens(0.06))
        {
            facts.Add(FactKind.AdClick, shop.Clock.At(day, second - 5), 0, 0, Channel.Ads);
        }

        Look(ref draw, person.Screen, day, second, draw.Happens(0.5) ? person.Favourite : Baskets.CategoryOf(ref draw));
    }

    private void Look(ref Draw draw, Channel channel, int day, int second, int category)
    {
        facts.Add(FactKind.Visit, shop.Clock.At(day, second), 0, 0, channel);
        if (draw.Happens(0.1))
        {
            Search(ref draw, channel, day, second + 30);
        }

        if (draw.Happens(0.4))
        {
            return;
        }

        int product = shop.Terms.Products[Baskets.ProductOf(ref draw, category)];
        facts.Add(FactKind.ProductView, shop.Clock.At(day, second + 90), product, 0, channel);
        if (!draw.Happens(0.5))
        {
            return;
        }

        facts.Add(FactKind.Cart, shop.Clock.At(day, second + 200), product, 0, channel);
        if (draw.Happens(0.4))
        {
            facts.Add(FactKind.Checkout, shop.Clock.At(day, second + 320), 0, 0, channel);
        }
    }

    private void Search(ref Draw draw, Channel channel, int day, int second) =>
        facts.Add(FactKind.Search, shop.Clock.At(day, second), shop.Terms.Searches[draw.Below(shop.Terms.Searches.Length)], 0, channel);
}
