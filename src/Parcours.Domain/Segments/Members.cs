using System.Numerics;

namespace Parcours.Domain.Segments;

/// <summary>Some of the subjects of a base, a bit each.</summary>
public sealed class Members
{
    private readonly ulong[] _words;

    internal Members(int subjects, ulong[] words)
    {
        SubjectCount = subjects;
        _words = words;
    }

    /// <summary>How many subjects the base has.</summary>
    public int SubjectCount { get; }

    /// <summary>How many are meant.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    internal ReadOnlySpan<ulong> Words => _words;

    /// <summary>Whether a subject is meant.</summary>
    public bool this[int subject] => subject >= 0 && subject < SubjectCount && (_words[subject >> 6] & (1UL << (subject & 63))) != 0;

    /// <summary>Those meant, in the order of the base.</summary>
    public IEnumerable<int> Subjects()
    {
        for (int place = 0; place < _words.Length; place++)
        {
            for (ulong left = _words[place]; left != 0; left &= left - 1)
            {
                yield return (place << 6) + BitOperations.TrailingZeroCount(left);
            }
        }
    }

    internal static int WordsFor(int subjects) => (subjects + 63) >> 6;

    internal Members And(Members other) => Combined(other, (a, b) => a & b);

    internal Members Or(Members other) => Combined(other, (a, b) => a | b);

    /// <summary>Those of another set that are not meant here.</summary>
    internal Members Not(Members known) => Combined(known, (a, b) => b & ~a);

    private Members Combined(Members other, Func<ulong, ulong, ulong> combine)
    {
        ulong[] words = new ulong[_words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = combine(_words[i], other._words[i]);
        }

        return new Members(SubjectCount, words);
    }
}
