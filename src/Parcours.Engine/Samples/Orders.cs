using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>A customer's orders: a Poisson process of season time until death, each with its lines, its delivery and what comes back.</summary>
internal sealed class Orders(Shop shop, FactBuffer facts, Visits visits, Voice voice)
{
    private readonly Baskets _baskets = new(shop);

    /// <summary>Draws all orders of a buyer.</summary>
    public void Live(in Person person)
    {
        var draw = Draw.Of(shop.Key, person.Number, Concern.Orders);
        ShopClock clock = shop.Clock;
        double season = clock.SeasonAt(person.FirstOrder);
        double moment = person.FirstOrder;
        double end = Math.Min(person.Death, clock.Days);
        for (int number = 1; moment < end && number < ushort.MaxValue; number++)
        {
            int day = (int)moment;
            int second = ShopHours.SecondOf(moment - day);
            if (shop.Options.OrdersOnly)
            {
                Bare(ref draw, number, clock.At(day, second));
            }
            else
            {
                Place(ref draw, in person, number, day, second);
            }

            season += draw.Exponential(person.MeanGap);
            moment = clock.MomentOf(season);
        }
    }

    private void Bare(ref Draw draw, int number, Instant at)
    {
        int product = Baskets.ProductOf(ref draw, Baskets.CategoryOf(ref draw));
        ref ShopFact order = ref facts.AddMoney(FactKind.Order, at, Catalogue.Products[product].Price);
        order.Detail = product;
        Tie(ref order, facts.LinkOf(ShopLink.Order, number), number);
    }

    private void Place(ref Draw draw, in Person person, int number, int day, int second)
    {
        Instant at = shop.Clock.At(day, second);
        bool inStore = draw.Happens(person.StoreShare);
        bool coupon = !inStore && draw.Happens(number == 1 ? 0.3 : 0.03);
        _baskets.Fill(ref draw, in person, day, coupon);
        ReadOnlySpan<BasketLine> lines = _baskets.Lines;
        Channel channel = inStore ? Channel.Store : person.Screen;
        int store = person.Town % FrenchNames.StoreCount;
        if (inStore)
        {
            visits.ToStore(ref draw, store, day, second);
        }
        else
        {
            visits.BeforeOrder(ref draw, channel, day, second, lines);
        }

        int link = facts.LinkOf(ShopLink.Order, number);
        long total = 0;
        long saved = 0;
        foreach (ref readonly BasketLine line in lines)
        {
            total += line.Amount;
            saved += line.Saved;
        }

        ref ShopFact order = ref facts.AddMoney(FactKind.Order, at, total, 0, channel);
        order.Payload = inStore ? ShopPayload.Store : ShopPayload.None;
        order.Detail = store;
        Tie(ref order, link, number);
        foreach (ref readonly BasketLine line in lines)
        {
            ref ShopFact fact = ref facts.AddMoney(FactKind.OrderLine, at, line.Amount, shop.Terms.Products[line.Product], channel);
            fact.Quantity = line.Quantity;
            fact.Detail = line.UnitPrice;
            Tie(ref fact, link, number);
        }

        if (coupon)
        {
            Tie(ref facts.AddMoney(FactKind.CouponUsed, at, saved, shop.Terms.Words.WelcomeCoupon, channel), link, number);
        }

        After(ref draw, in person, number, link, day, inStore, total);
    }

    private void After(ref Draw draw, in Person person, int number, int link, int day, bool inStore, long total)
    {
        ShopClock clock = shop.Clock;
        if (!inStore && draw.Happens(0.012))
        {
            Tie(ref facts.Add(FactKind.Cancellation, clock.At(day + 1, draw.Between(32_400, 64_800))), link, number);
            return;
        }

        int delivered = day;
        if (!inStore)
        {
            delivered = day + draw.Between(2, 6);
            Tie(ref facts.Add(FactKind.Delivery, clock.At(delivered, draw.Between(32_400, 68_400))), link, number);
        }

        if (draw.Happens(inStore ? 0.03 : 0.09))
        {
            Return(ref draw, number, link, delivered + draw.Between(4, 25), total);
        }

        voice.AfterOrder(in person, number, delivered, shop.Terms.Products[_baskets.Lines[0].Product]);
    }

    private void Return(ref Draw draw, int number, int link, int day, long total)
    {
        ReadOnlySpan<BasketLine> lines = _baskets.Lines;
        int only = lines.Length == 1 || draw.Happens(0.35) ? -1 : draw.Below(lines.Length);
        int second = draw.Between(32_400, 61_200);
        long refund = only < 0 ? total : lines[only].Amount;
        for (int i = 0; i < lines.Length; i++)
        {
            if (only < 0 || i == only)
            {
                ref ShopFact back = ref facts.Add(FactKind.ProductReturn, shop.Clock.At(day, second), shop.Terms.Products[lines[i].Product]);
                back.Quantity = lines[i].Quantity;
                back.Detail = lines[i].UnitPrice;
                Tie(ref back, link, number);
            }
        }

        Tie(ref facts.AddMoney(FactKind.Refund, shop.Clock.At(day + draw.Between(1, 4), second), refund), link, number);
    }

    private static void Tie(ref ShopFact fact, int link, int number)
    {
        fact.Link = link;
        fact.LinkType = ShopLink.Order;
        fact.LinkNumber = (ushort)number;
    }
}
