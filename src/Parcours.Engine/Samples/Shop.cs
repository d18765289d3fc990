using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>All that the lives of one shop share; immutable, used by every thread.</summary>
internal sealed class Shop
{
    /// <summary>The zone of the shop's calendar.</summary>
    public const string ZoneId = "Europe/Paris";

    public Shop(SampleOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Customers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Customers, SampleOptions.MostCustomers);
        Options = options;
        Truth = options.OrdersOnly ? ShopTruth.OrdersOnly : ShopTruth.Mix;
        Clock = new ShopClock(options.Until, Calendar.Find(ZoneId)!);
        Terms = new ShopTerms(Clock);
        Key = Draw.KeyOf((ulong)options.Seed, options.Until.DayNumber, options.OrdersOnly ? 1 : 0);
        Currencies.TryFind("EUR", out byte euro);
        Euro = euro;
    }

    public SampleOptions Options { get; }

    public ShopTruth Truth { get; }

    public ShopClock Clock { get; }

    public ShopTerms Terms { get; }

    /// <summary>What every stream of chance starts from. It does not hold the number of customers: a larger shop begins with the smaller one.</summary>
    public ulong Key { get; }

    /// <summary>Index of the shop's currency.</summary>
    public byte Euro { get; }
}
