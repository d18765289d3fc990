namespace Parcours.Engine.Import.Orders;

/// <summary>The orders of a file, found by their text, store and customer. Compact: a file may hold many millions.</summary>
internal sealed class OrderBook
{
    private const int ChunkLength = 1 << 16;

    private readonly List<char[]> _characters = [];
    private int[] _slots = new int[1 << 12];
    private OrderEntry[] _entries = new OrderEntry[1 << 11];
    private int _used = ChunkLength;
    private int _last = -1;

    /// <summary>How many orders.</summary>
    public int Count { get; private set; }

    /// <summary>An order by its number.</summary>
    public ref OrderEntry this[int order] => ref _entries[order];

    /// <summary>The text of an order.</summary>
    public ReadOnlySpan<char> KeyOf(int order)
    {
        ref OrderEntry entry = ref _entries[order];
        return _characters[(int)(entry.KeyStart >> 32)].AsSpan((int)entry.KeyStart, entry.KeyLength);
    }

    /// <summary>The number of an order, found or opened.</summary>
    /// <param name="opened">Whether it was not there yet.</param>
    public int Find(ReadOnlySpan<char> key, int store, int who, out bool opened)
    {
        opened = false;
        if (_last >= 0 && Is(_last, key, store, who))
        {
            return _last;
        }

        uint hash = Hash(key, store, who);
        uint mask = (uint)_slots.Length - 1;
        uint at = hash & mask;
        for (; _slots[at] != 0; at = (at + 1) & mask)
        {
            if (Is(_slots[at] - 1, key, store, who))
            {
                return _last = _slots[at] - 1;
            }
        }

        opened = true;
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        _entries[Count] = new OrderEntry { KeyStart = Keep(key), KeyLength = key.Length, Store = store, Who = who };
        _slots[at] = Count + 1;
        _last = Count++;
        if (Count > _slots.Length / 2)
        {
            Grow();
        }

        return _last;
    }

    private bool Is(int order, ReadOnlySpan<char> key, int store, int who)
    {
        ref OrderEntry entry = ref _entries[order];
        return entry.Who == who && entry.Store == store && entry.KeyLength == key.Length && KeyOf(order).SequenceEqual(key);
    }

    private long Keep(ReadOnlySpan<char> key)
    {
        if (_used + key.Length > ChunkLength)
        {
            _characters.Add(new char[Math.Max(ChunkLength, key.Length)]);
            _used = 0;
        }

        key.CopyTo(_characters[^1].AsSpan(_used));
        long start = ((long)(_characters.Count - 1) << 32) | (uint)_used;
        _used += key.Length;
        return start;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        uint mask = (uint)_slots.Length - 1;
        for (int i = 0; i < Count; i++)
        {
            uint at = Hash(KeyOf(i), _entries[i].Store, _entries[i].Who) & mask;
            while (_slots[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _slots[at] = i + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<char> key, int store, int who) =>
        ((uint)string.GetHashCode(key, StringComparison.Ordinal) ^ ((uint)who * 2_654_435_769) ^ ((uint)store * 40_503)) * 2_246_822_519 >> 3;
}
