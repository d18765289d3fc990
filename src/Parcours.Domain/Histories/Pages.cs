namespace Parcours.Domain.Histories;

/// <summary>
/// A sparse column by subject that is changed without being copied whole: a change copies the touched pages and the list of pages, and shares the others.
/// Immutable; a reader keeps what it holds.
/// </summary>
/// <typeparam name="T">What a subject may have.</typeparam>
internal sealed class Pages<T>
    where T : class
{
    private const int Bits = 6;
    private const int Width = 1 << Bits;

    private readonly T?[]?[] _pages;

    private Pages(T?[]?[] pages, int count)
    {
        _pages = pages;
        Count = count;
    }

    /// <summary>Nobody has anything.</summary>
    public static Pages<T> Empty { get; } = new([], 0);

    /// <summary>How many subjects have something.</summary>
    public int Count { get; }

    /// <summary>What a subject has; null for nothing.</summary>
    public T? this[int subject]
    {
        get
        {
            int page = subject >> Bits;
            return page < _pages.Length ? _pages[page]?[subject & (Width - 1)] : null;
        }
    }

    /// <summary>The subjects that have something, in order.</summary>
    public IEnumerable<KeyValuePair<int, T>> Entries
    {
        get
        {
            for (int page = 0; page < _pages.Length; page++)
            {
                for (int place = 0; _pages[page] is { } entries && place < Width; place++)
                {
                    if (entries[place] is { } entry)
                    {
                        yield return KeyValuePair.Create((page << Bits) | place, entry);
                    }
                }
            }
        }
    }

    /// <summary>The column with some entries set; of two for one subject the last counts.</summary>
    public Pages<T> With(IEnumerable<KeyValuePair<int, T>> entries)
    {
        T?[]?[]? pages = null;
        var own = new HashSet<int>();
        int count = Count;
        foreach ((int subject, T entry) in entries)
        {
            pages ??= [.. _pages];
            int page = subject >> Bits;
            if (page >= pages.Length)
            {
                Array.Resize(ref pages, Math.Max(page + 1, pages.Length + (pages.Length >> 3)));
            }

            if (own.Add(page))
            {
                T?[] copy = new T?[Width];
                pages[page]?.CopyTo(copy, 0);
                pages[page] = copy;
            }

            ref T? place = ref pages[page]![subject & (Width - 1)];
            count += place is null ? 1 : 0;
            place = entry;
        }

        return pages is null ? this : new Pages<T>(pages, count);
    }
}
