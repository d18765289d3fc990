using System.Runtime.InteropServices;

namespace Parcours.Statistics.Recommendation;

/// <summary>Ranks items for one customer after another, in space of its own: one for each thread.</summary>
internal sealed class CustomerRanking
{
    private readonly Baskets _baskets;
    private readonly Sales _sales;
    private readonly double[] _weights;
    private readonly List<int> _owned = [];
    private readonly double[] _scores;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];

    /// <summary>A ranking over baskets.</summary>
    public CustomerRanking(Baskets baskets, Sales sales)
    {
        _baskets = baskets;
        _sales = sales;
        _weights = new double[baskets.ItemCount];
        _scores = new double[baskets.ItemCount];
        _isTouched = new bool[baskets.ItemCount];
    }

    /// <summary>What the customer bought, by how many baskets held it, each weighing less as it ages, drawn towards the share of all baskets that hold it.</summary>
    /// <param name="onlyOwned">Whether the list keeps to what the customer bought; else best-sellers come in by their share of baskets.</param>
    public void Personal(int customer, PersonalModel model, bool onlyOwned, Predicate<int>? usable, TopItems into)
    {
        Own(customer, model.HalfLife, everyTime: true);
        into.Clear();
        foreach (int item in _owned)
        {
            _isTouched[item] = true;
            if (usable is null || usable(item))
            {
                into.Add(item, _weights[item] + (model.Shrinkage * _sales.ShareOfBaskets(item)), _sales.Sold[item]);
            }
        }

        if (!onlyOwned)
        {
            AddBestSellers(model.Shrinkage / _sales.BasketCount, onlyNew: false, usable, into);
        }

        foreach (int item in _owned)
        {
            _isTouched[item] = false;
        }

        Disown();
    }

    /// <summary>What those buy who bought what the customer bought; best-sellers come in by the base rate, and fill the list.</summary>
    public void ByItems(int customer, ItemVotes votes, double halfLife, bool onlyNew, Predicate<int>? usable, TopItems into)
    {
        Own(customer, halfLife, everyTime: false);
        into.Clear();
        double baseRate = 0;
        foreach (int item in _owned)
        {
            baseRate += _weights[item] * votes.ForBaseRate(item);
            foreach ((int other, float vote) in votes.Of(item))
            {
                if (!_isTouched[other])
                {
                    _isTouched[other] = true;
                    _touched.Add(other);
                }

                _scores[other] += _weights[item] * vote;
            }
        }

        double bySold = baseRate * _sales.ItemsPerCustomer / _sales.LineCount;
        foreach (int item in _touched)
        {
            if ((!onlyNew || _weights[item] == 0) && (usable is null || usable(item)))
            {
                into.Add(item, Math.Max(0, _scores[item]) + (bySold * _sales.Sold[item]), _sales.Sold[item]);
            }
        }

        AddBestSellers(bySold, onlyNew, usable, into);
        foreach (int item in _touched)
        {
            _scores[item] = 0;
            _isTouched[item] = false;
        }

        _touched.Clear();
        Disown();
    }

    /// <summary>What most baskets hold.</summary>
    public void BestSellers(int customer, bool onlyNew, Predicate<int>? usable, TopItems into)
    {
        Own(customer, double.PositiveInfinity, everyTime: false);
        into.Clear();
        AddBestSellers(1, onlyNew, usable, into);
        Disown();
    }

    /// <summary>Which of the customer's items votes most for another; -1 when none does.</summary>
    public int BecauseOf(int customer, int proposed, ItemVotes votes, double halfLife)
    {
        Own(customer, halfLife, everyTime: false);
        int because = -1;
        double most = 0;
        _owned.Sort();
        foreach (int item in _owned)
        {
            double vote = _weights[item] * VoteOf(votes.Of(item), proposed);
            if (vote > most)
            {
                most = vote;
                because = item;
            }
        }

        Disown();
        return because;
    }

    private static double VoteOf(ReadOnlySpan<(int Item, float Vote)> votes, int item)
    {
        foreach ((int other, float vote) in votes)
        {
            if (other == item)
            {
                return vote;
            }
        }

        return 0;
    }

    // As many best-sellers not scored yet as the list has places: none further down can come in.
    private void AddBestSellers(double bySold, bool onlyNew, Predicate<int>? usable, TopItems into)
    {
        int added = 0;
        for (int i = 0; i < _sales.Best.Length && added < into.Size; i++)
        {
            int item = _sales.Best[i];
            if (!_isTouched[item] && (!onlyNew || _weights[item] == 0) && (usable is null || usable(item)))
            {
                into.Add(item, bySold * _sales.Sold[item], _sales.Sold[item]);
                added++;
            }
        }
    }

    // The weight of each item the customer bought: of every time, or of the last time only.
    private void Own(int customer, double halfLife, bool everyTime)
    {
        int end = _baskets.EndOf(customer);
        for (int basket = end - 1; basket >= _baskets.StartOf(customer); basket--)
        {
            double weight = Math.Pow(2, (_baskets.DayOf(basket) - _baskets.DayOf(end - 1)) / halfLife);
            foreach (int item in _baskets.ItemsOf(basket))
            {
                ref double sum = ref _weights[item];
                if (sum == 0)
                {
                    _owned.Add(item);
                    sum = Math.Max(weight, double.Epsilon);
                }
                else if (everyTime)
                {
                    sum += weight;
                }
            }
        }
    }

    private void Disown()
    {
        foreach (int item in CollectionsMarshal.AsSpan(_owned))
        {
            _weights[item] = 0;
        }

        _owned.Clear();
    }
}
