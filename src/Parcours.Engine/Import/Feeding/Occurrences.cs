using System.Runtime.InteropServices;

namespace Parcours.Engine.Import.Feeding;

/// <summary>
/// Counts how often each message id was met in this file. Eight bytes an id: two ids that share their first 64 bits would only
/// be told apart by their count, and stay two facts.
/// </summary>
internal sealed class Occurrences
{
    private readonly Dictionary<ulong, int> _repeats = [];
    private ulong[] _slots;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="expected">About how many ids are to come.</param>
    public Occurrences(long expected)
    {
        long size = 1024;
        while (size < expected * 3 / 2 && size < 1 << 28)
        {
            size <<= 1;
        }

        _slots = new ulong[size];
    }

    /// <summary>How many times this id was met before; it now was once more.</summary>
    public int Next(UInt128 id)
    {
        ulong key = (ulong)(id >> 64) | 1;
        if (TryAdd(_slots, key))
        {
            if (++_count > _slots.Length / 4 * 3)
            {
                Grow();
            }

            return 0;
        }

        return ++CollectionsMarshal.GetValueRefOrAddDefault(_repeats, key, out _);
    }

    private static bool TryAdd(ulong[] slots, ulong key)
    {
        ulong mask = (ulong)slots.Length - 1;
        for (ulong at = (key >> 7) & mask; ; at = (at + 1) & mask)
        {
            if (slots[at] == key)
            {
                return false;
            }

            if (slots[at] == 0)
            {
                slots[at] = key;
                return true;
            }
        }
    }

    private void Grow()
    {
        ulong[] larger = new ulong[_slots.Length * 2];
        foreach (ulong key in _slots)
        {
            if (key != 0)
            {
                TryAdd(larger, key);
            }
        }

        _slots = larger;
    }
}
