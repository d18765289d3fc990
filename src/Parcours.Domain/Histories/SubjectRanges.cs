namespace Parcours.Domain.Histories;

/// <summary>
/// Folds over ranges of subjects, in parallel. Each range has a partial result of its own and partials are merged in the order of
/// the ranges, whatever the number of threads: the same base gives the same bytes, sums of floating-point numbers included.
/// </summary>
internal static class SubjectRanges
{
    /// <summary>How many subjects a range holds.</summary>
    public const int Width = 32_768;

    private const int SmallWidth = 8192;

    /// <summary>Folds every subject into one result.</summary>
    /// <param name="count">How many subjects.</param>
    /// <param name="create">An empty partial.</param>
    /// <param name="fold">Adds the subjects from the first index up to, not including, the second.</param>
    /// <param name="merge">Adds the second partial to the first.</param>
    public static T Fold<T>(int count, Func<T> create, Action<T, int, int> fold, Action<T, T> merge)
        where T : class
    {
        int ranges = (count + Width - 1) / Width;
        if (ranges <= 1)
        {
            T only = create();
            fold(only, 0, count);
            return only;
        }

        var partials = new T[ranges];
        Parallel.For(0, ranges, range =>
        {
            T partial = create();
            fold(partial, range * Width, Math.Min(count, (range + 1) * Width));
            partials[range] = partial;
        });
        for (int range = 1; range < ranges; range++)
        {
            merge(partials[0], partials[range]);
        }

        return partials[0];
    }

    /// <summary>
    /// Folds every subject into one result when adding is exact in any order (whole numbers): one partial a thread, so that large
    /// partials cost memory once a thread and not once a range.
    /// </summary>
    /// <param name="count">How many subjects.</param>
    /// <param name="create">An empty partial.</param>
    /// <param name="fold">Adds the subjects from the first index up to, not including, the second.</param>
    /// <param name="merge">Adds the second partial to the first.</param>
    public static T FoldExact<T>(int count, Func<T> create, Action<T, int, int> fold, Action<T, T> merge)
        where T : class
    {
        T? sum = null;
        var gate = new Lock();
        int ranges = (count + SmallWidth - 1) / SmallWidth;
        Parallel.For(0, ranges, create, (range, _, own) =>
        {
            fold(own, range * SmallWidth, Math.Min(count, (range + 1) * SmallWidth));
            return own;
        }, own =>
        {
            lock (gate)
            {
                if (sum is null)
                {
                    sum = own;
                }
                else
                {
                    merge(sum, own);
                }
            }
        });
        return sum ?? create();
    }

    /// <summary>Folds into an array of counts that are added place by place.</summary>
    public static long[] Count(int count, int length, Action<long[], int, int> fold) =>
        Fold(count, () => new long[length], fold, Add);

    /// <summary>Adds the second array to the first, place by place.</summary>
    public static void Add(long[] into, long[] from)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] += from[i];
        }
    }
}
