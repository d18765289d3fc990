namespace Parcours.Statistics.Recommendation;

/// <summary>Keeps the best items of many: by score, then by how well they sell, then by the lower number, so that the list does not depend on the order of adding.</summary>
internal sealed class TopItems(int size)
{
    private readonly (int Item, double Score, int Sold)[] _kept = new (int, double, int)[size];

    public int Size => size;

    public int Count { get; private set; }

    public (int Item, double Score, int Sold) this[int rank] => _kept[rank];

    public void Clear() => Count = 0;

    public void Add(int item, double score, int sold)
    {
        if (size == 0 || (Count == size && !IsBefore((item, score, sold), _kept[Count - 1])))
        {
            return;
        }

        int place = Count < size ? Count++ : Count - 1;
        while (place > 0 && IsBefore((item, score, sold), _kept[place - 1]))
        {
            _kept[place] = _kept[place - 1];
            place--;
        }

        _kept[place] = (item, score, sold);
    }

    private static bool IsBefore((int Item, double Score, int Sold) left, (int Item, double Score, int Sold) right) =>
        left.Score != right.Score ? left.Score > right.Score
        : left.Sold != right.Sold ? left.Sold > right.Sold
        : left.Item < right.Item;
}
