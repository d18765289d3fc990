namespace Parcours.Statistics.Recommendation;

/// <summary>Lists made from baskets known, measured on the one basket that came next for each customer.</summary>
internal sealed class LastBasketTest
{
    private readonly Baskets _known;
    private readonly Baskets _whole;
    private readonly int[] _customers;
    private readonly Sales _sales;

    /// <summary>A test.</summary>
    /// <param name="whole">All baskets: the last of each customer with two or more is to be found.</param>
    /// <param name="known">The same without those.</param>
    /// <param name="most">The most customers to measure on, evenly spaced among those that can be.</param>
    public LastBasketTest(Baskets whole, Baskets known, int most)
    {
        _whole = whole;
        _known = known;
        int[] able = [.. Enumerable.Range(0, whole.CustomerCount).Where(customer => whole.EndOf(customer) - whole.StartOf(customer) >= 2)];
        _customers = able.Length <= most ? able : [.. Enumerable.Range(0, most).Select(i => able[(int)((long)i * able.Length / most)])];
        Bought = new CustomerItems(known);
        _sales = new Sales(known) { ItemsPerCustomer = Bought.ItemsPerCustomer };
    }

    /// <summary>Who bought what, of what is known.</summary>
    public CustomerItems Bought { get; }

    public int Customers => _customers.Length;

    public RankingScore Personal(PersonalModel model) =>
        Measure(onlyNew: false, (ranking, customer, into) => ranking.Personal(customer, model, onlyOwned: false, null, into));

    public RankingScore ByItems(ItemVotes votes, double halfLife, bool onlyNew) =>
        Measure(onlyNew, (ranking, customer, into) => ranking.ByItems(customer, votes, halfLife, onlyNew, null, into));

    public RankingScore BestSellers(bool onlyNew) =>
        Measure(onlyNew, (ranking, customer, into) => ranking.BestSellers(customer, onlyNew, null, into));

    /// <summary>For each rank of a list, how often its item was in the basket to find, made never to rise with the rank; empty below <paramref name="fewest"/> lists.</summary>
    public double[] HitRates(Action<CustomerRanking, int, TopItems> rank, int fewest)
    {
        bool[]?[] hits = new bool[_customers.Length][];
        ForEach((ranking, index, into) =>
        {
            rank(ranking, _customers[index], into);
            ReadOnlySpan<int> bought = ToFind(_customers[index]);
            hits[index] = new bool[into.Count];
            for (int place = 0; place < into.Count; place++)
            {
                hits[index]![place] = bought.Contains(into[place].Item);
            }
        });
        var blocks = new List<(double Hits, double Lists, int Ranks)>();
        for (int place = 0; place < RankingScore.Length; place++)
        {
            int lists = hits.Count(list => list!.Length > place);
            if (lists < fewest)
            {
                break;
            }

            // Pool adjacent violators: ranks that would rise share the mean of both.
            blocks.Add((hits.Count(list => list!.Length > place && list[place]), lists, 1));
            while (blocks.Count > 1 && blocks[^1].Hits / blocks[^1].Lists > blocks[^2].Hits / blocks[^2].Lists)
            {
                blocks[^2] = (blocks[^2].Hits + blocks[^1].Hits, blocks[^2].Lists + blocks[^1].Lists, blocks[^2].Ranks + blocks[^1].Ranks);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        return [.. blocks.SelectMany(block => Enumerable.Repeat(block.Hits / block.Lists, block.Ranks))];
    }

    private RankingScore Measure(bool onlyNew, Action<CustomerRanking, int, TopItems> rank)
    {
        var found = new (double Recall, double Ndcg)?[_customers.Length];
        ForEach((ranking, index, into) =>
        {
            int customer = _customers[index];
            ReadOnlySpan<int> bought = ToFind(customer);
            int[] toFind = onlyNew ? NewAmong(bought, customer) : bought.ToArray();
            if (toFind.Length > 0)
            {
                rank(ranking, customer, into);
                found[index] = RankingScore.Measure(into, toFind);
            }
        });
        (double Recall, double Ndcg)[] all = [.. found.OfType<(double Recall, double Ndcg)>()];
        return RankingScore.Of([.. all.Select(one => one.Recall)], [.. all.Select(one => one.Ndcg)]);
    }

    private void ForEach(Action<CustomerRanking, int, TopItems> each) =>
        Parallel.For(0, _customers.Length, () => (Ranking: new CustomerRanking(_known, _sales), Into: new TopItems(RankingScore.Length)), (index, _, own) =>
        {
            each(own.Ranking, index, own.Into);
            return own;
        }, _ => { });

    private ReadOnlySpan<int> ToFind(int customer) => _whole.ItemsOf(_whole.EndOf(customer) - 1);

    private int[] NewAmong(ReadOnlySpan<int> bought, int customer)
    {
        var unseen = new HashSet<int>(bought.ToArray());
        for (int basket = _known.StartOf(customer); basket < _known.EndOf(customer); basket++)
        {
            foreach (int item in _known.ItemsOf(basket))
            {
                unseen.Remove(item);
            }
        }

        return [.. unseen];
    }
}
