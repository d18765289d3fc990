using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.NextNeed;

/// <summary>
/// Which products a customer can use: those in stock, and of those that have a size, the ones in the size the customer most often bought in their category
/// (the one bought last when several are bought as often). In a category where the customer bought no size, every size will do.
/// </summary>
internal sealed class UsualSizes
{
    private readonly bool[] _isInStock;
    private readonly int[] _sizes; // a number for each size text, 0 for none
    private readonly int[] _categories;
    private readonly bool _anySize;

    public UsualSizes(PurchasedBaskets bought)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { [string.Empty] = 0 };
        IReadOnlyList<int> terms = bought.Products.Terms;
        _isInStock = [.. terms.Select(term => bought.Catalogue[term].IsInStock)];
        _categories = [.. terms.Select(bought.Histories.Vocabulary.CategoryOf)];
        _sizes = new int[terms.Count];
        for (int item = 0; item < _sizes.Length; item++)
        {
            string size = bought.Catalogue[terms[item]].Size.Trim();
            numbers.TryAdd(size, numbers.Count);
            _sizes[item] = numbers[size];
        }

        _anySize = numbers.Count > 1;
    }

    /// <summary>Whether a customer can use a product.</summary>
    public Predicate<int> Of(Baskets baskets, int customer)
    {
        if (!_anySize)
        {
            return item => _isInStock[item];
        }

        Dictionary<int, int> usual = Usual(baskets, customer);
        return item => _isInStock[item] && (_sizes[item] == 0 || !usual.TryGetValue(_categories[item], out int size) || size == _sizes[item]);
    }

    private Dictionary<int, int> Usual(Baskets baskets, int customer)
    {
        var counts = new Dictionary<(int Category, int Size), int>();
        var usual = new Dictionary<int, (int Size, int Times)>();

        // From the latest: a size must be bought more often than a later one to come before it.
        for (int basket = baskets.EndOf(customer) - 1; basket >= baskets.StartOf(customer); basket--)
        {
            foreach (int item in baskets.ItemsOf(basket))
            {
                if (_sizes[item] != 0)
                {
                    (int Category, int Size) key = (_categories[item], _sizes[item]);
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                    if (!usual.TryGetValue(key.Category, out (int Size, int Times) best) || counts[key] > best.Times)
                    {
                        usual[key.Category] = (key.Size, counts[key]);
                    }
                }
            }
        }

        return usual.ToDictionary(entry => entry.Key, entry => entry.Value.Size);
    }
}
