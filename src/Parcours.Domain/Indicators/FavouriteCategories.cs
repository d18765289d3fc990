using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Indicators;

/// <summary>The categories that buyers prefer in a window, from the lines of orders that count. Lines of products without a category are left out.</summary>
public static class FavouriteCategories
{
    /// <summary>All categories bought, those preferred by most buyers first.</summary>
    public static IReadOnlyList<FavouriteCategory> Compute(HistoryBase histories, Window window)
    {
        Scan scan = SubjectRanges.FoldExact(histories.SubjectCount, () => new Scan(histories, window), (own, from, to) =>
        {
            for (int subject = from; subject < to; subject++)
            {
                own.Read(histories[subject].Until(window.To));
            }
        }, (into, own) => into.Add(own));
        return
        [
            .. scan.Sums.Select(entry => new FavouriteCategory(entry.Key, entry.Value.Favourites, entry.Value.Buyers, entry.Value.Orders, entry.Value.Amount))
                .OrderByDescending(category => category.Favourites).ThenByDescending(category => category.Buyers)
                .ThenBy(category => histories.Vocabulary.TextOf(category.Category), StringComparer.Ordinal),
        ];
    }

    private sealed class Scan(HistoryBase histories, Window window)
    {
        private readonly OrdersLeftOut _leftOut = new();
        private readonly Dictionary<int, Sum> _own = [];
        private readonly HashSet<(int Category, long Order)> _orders = [];

        public Dictionary<int, Sum> Sums { get; } = [];

        public void Read(History history)
        {
            _own.Clear();
            _orders.Clear();
            _leftOut.Read(history);
            ReadOnlySpan<Fact> facts = history.Facts;
            for (int i = facts.Length - 1; i >= 0 && facts[i].At > window.After; i--)
            {
                int link = history.Links[i];
                if (facts[i].Kind != FactKind.OrderLine || histories.Vocabulary.CategoryOf(facts[i].Item) is not (> 0 and var category) || _leftOut.Has(link))
                {
                    continue;
                }

                ref Sum sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_own, category, out _);
                sum.Amount += facts[i].Currency == histories.Currency ? facts[i].Value : 0;
                // Lines without a link belong together when they share their instant.
                sum.Orders += _orders.Add((category, link != 0 ? link : ~facts[i].At.Micros)) ? 1 : 0;
            }

            Take();
        }

        public void Add(Scan other)
        {
            foreach ((int category, Sum sum) in other.Sums)
            {
                Add(category, sum);
            }
        }

        private void Take()
        {
            int favourite = 0;
            foreach ((int category, Sum sum) in _own)
            {
                if (favourite == 0 || IsBetter(category, sum, favourite, _own[favourite]))
                {
                    favourite = category;
                }
            }

            foreach ((int category, Sum sum) in _own)
            {
                Add(category, sum with { Buyers = 1, Favourites = category == favourite ? 1 : 0 });
            }
        }

        private bool IsBetter(int category, Sum sum, int than, Sum other) =>
            sum.Orders != other.Orders ? sum.Orders > other.Orders
            : sum.Amount != other.Amount ? sum.Amount > other.Amount
            : string.CompareOrdinal(histories.Vocabulary.TextOf(category), histories.Vocabulary.TextOf(than)) < 0;

        private void Add(int category, Sum more)
        {
            ref Sum sum = ref CollectionsMarshal.GetValueRefOrAddDefault(Sums, category, out _);
            sum = new(sum.Favourites + more.Favourites, sum.Buyers + more.Buyers, sum.Orders + more.Orders, sum.Amount + more.Amount);
        }
    }

    private record struct Sum(long Favourites, long Buyers, long Orders, long Amount);
}
