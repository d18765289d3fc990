using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Samples;

public sealed class SampleShopProperties
{
    private static readonly Gen<(long Seed, int Customers)> Shops =
        from seed in Gen.Choose(int.MinValue, int.MaxValue)
        from customers in Gen.Choose(1, 700)
        select ((long)seed, customers);

    [Fact]
    public void Shop_of_any_seed_and_size_is_sound() => Prop.ForAll(Shops.ToArbitrary(), shop => IsSound(SampleShop.Histories(shop.Customers, shop.Seed), shop.Customers))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Customer_does_not_depend_on_the_size_of_the_shop() => Prop.ForAll(Shops.ToArbitrary(), shop =>
    {
        HistoryBase small = SampleShop.Histories(shop.Customers, shop.Seed);
        HistoryBase large = SampleShop.Histories(shop.Customers + 100, shop.Seed);
        int last = ((shop.Customers - 1) / Block.Customers * Block.Subjects) + ((shop.Customers - 1) % Block.Customers);
        return small.Subjects.KeyOf(last) == large.Subjects.KeyOf(last) && small[last].Facts.SequenceEqual(large[last].Facts);
    }).QuickCheckThrowOnFailure();

    private static bool IsSound(HistoryBase histories, int customers)
    {
        bool sound = histories.SubjectCount == customers + ((customers + Block.Customers - 1) / Block.Customers);
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            sound &= IsSound(histories[subject]);
        }

        return sound;
    }

    private static bool IsSound(History history)
    {
        var left = new Dictionary<int, long>();
        bool sound = !history.IsEmpty;
        for (int i = 0; i < history.Count; i++)
        {
            Fact fact = history.Facts[i];
            sound &= i == 0 || history.Facts[i - 1].At <= fact.At;
            if (fact.Kind == FactKind.Order)
            {
                sound &= left.TryAdd(history.Links[i], fact.Value);
            }
            else if (fact.Kind == FactKind.Refund)
            {
                sound &= left.TryGetValue(history.Links[i], out long rest) && fact.Value <= rest;
                left[history.Links[i]] = rest - fact.Value;
            }
        }

        return sound;
    }
}
