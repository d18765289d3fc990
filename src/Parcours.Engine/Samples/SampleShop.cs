using Parcours.Domain.Histories;

namespace Parcours.Engine.Samples;

/// <summary>The sample shop: a French retailer with a known truth, of any size, the same for the same options.</summary>
public sealed class SampleShop
{
    private readonly Shop _shop;

    /// <summary>The shop of these options; nothing is drawn yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer customers than one.</exception>
    public SampleShop(SampleOptions options) => _shop = new Shop(options);

    /// <summary>What it is drawn from.</summary>
    public ShopTruth Truth => _shop.Truth;

    /// <summary>The base of a shop, in memory: about 50 bytes a fact and no store.</summary>
    /// <param name="customers">How many customers.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="ordersOnly">Nothing but orders, about twenty for each customer.</param>
    public static HistoryBase Histories(int customers, long seed, bool ordersOnly = false) =>
        new SampleShop(new SampleOptions(customers, seed) { OrdersOnly = ordersOnly }).Histories();

    /// <summary>The base of this shop, in memory.</summary>
    public HistoryBase Histories() => ShopHistories.Of(_shop);
}
