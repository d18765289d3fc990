using System.Runtime.InteropServices;
using System.Text;
using Parcours.Domain.Accounts;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Samples;

/// <summary>Puts a whole shop in memory.</summary>
internal static class ShopHistories
{
    private const int LongestKey = 12; // A and ten digits, with room to spare

    /// <summary>The base, drawn by as many threads as there are cores.</summary>
    public static HistoryBase Of(Shop shop)
    {
        int count = (Block.SubjectsOf(shop) + Segment.Width - 1) / Segment.Width;
        var segments = new Segment[count];
        Parallel.For(0, count, () => new SegmentFiller(shop), (number, _, filler) =>
        {
            segments[number] = filler.Fill(number);
            return filler;
        }, static _ => { });

        long sequence = 0;
        foreach (Segment segment in segments)
        {
            foreach (ref long id in segment.FactIds.AsSpan())
            {
                id = ++sequence;
            }
        }

        var histories = new HistoryBase(
            ImmutableCollectionsMarshal.AsImmutableArray(segments), SubjectsOf(shop), VocabularyOf(shop), shop.Clock.Calendar, shop.Euro);
        return shop.Options.OrdersOnly ? histories : WithStakeholders(shop, histories);
    }

    /// <summary>Accounts take in what their stakeholders did, as they do in a base that a store loads.</summary>
    private static HistoryBase WithStakeholders(Shop shop, HistoryBase histories)
    {
        var origins = new ShopOrigins(shop, histories.Segments);
        return histories.With(AccountHistories.Build(histories, null, null, origins.Of), histories.Subjects, histories.Vocabulary).Compact();
    }

    private static Subjects SubjectsOf(Shop shop)
    {
        int count = Block.SubjectsOf(shop);
        int[] starts = new int[count + 1];
        var types = new SubjectType[count];
        byte[] keys = new byte[count * LongestKey];
        int length = 0;
        for (int subject = 0; subject < count; subject++)
        {
            int block = subject / Block.Subjects;
            int place = subject % Block.Subjects;
            bool account = !shop.Options.OrdersOnly && place == Block.CustomersIn(shop, block);
            int customer = shop.Options.OrdersOnly ? subject : (block * Block.Customers) + place;
            length += Encoding.UTF8.GetBytes(account ? ShopKeys.Account(block) : ShopKeys.Customer(customer), keys.AsSpan(length));
            starts[subject + 1] = length;
            types[subject] = account ? SubjectType.Account : SubjectType.Customer;
        }

        return new Subjects(keys[..length], starts, types);
    }

    private static Vocabulary VocabularyOf(Shop shop)
    {
        IEnumerable<string> accounts = shop.Options.OrdersOnly ? [] : Enumerable.Range(0, Block.CountOf(shop)).Select(ShopKeys.Account);
        return new Vocabulary([.. shop.Terms.Texts, .. accounts], [.. shop.Terms.Categories], []);
    }
}
