using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;

namespace Parcours.Domain.Histories;

/// <summary>
/// One declared property of the facts that have it, by their store sequence: a bit for each fact of the store, a term for each that has a value.
/// What a fact says never changes, so where its history is kept, merged or copied does not matter here.
/// </summary>
public sealed class PropertyColumn
{
    // Later columns share the arrays and append beyond what this one looks at.
    private readonly ulong[] _has;
    private readonly int[] _before;
    private readonly int[] _terms;
    private readonly string[] _texts;
    private readonly double[] _numbers;
    private readonly ConcurrentDictionary<string, int> _found;
    private readonly Newest _newest;
    private readonly int _words;
    private readonly int _count;
    private readonly int _textCount;

    /// <summary>Puts a column together; the arrays are not copied.</summary>
    /// <param name="has">A bit for each fact, by store sequence: 64 to a word, the lowest first.</param>
    /// <param name="terms">The term of each fact whose bit is set, in order.</param>
    /// <param name="texts">The text of each term; index 0 is the empty text.</param>
    /// <exception cref="ArgumentException">There are not as many terms as bits set.</exception>
    public PropertyColumn(ulong[] has, int[] terms, string[] texts)
    {
        _has = has;
        _words = has.Length;
        _terms = terms;
        _texts = texts;
        _textCount = texts.Length;
        _before = new int[has.Length];
        for (int word = 0; word < has.Length; word++)
        {
            _before[word] = _count;
            _count += BitOperations.PopCount(has[word]);
        }

        if (_count != terms.Length)
        {
            throw new ArgumentException($"{_count} facts have a value and {terms.Length} values are given.", nameof(terms));
        }

        _found = new ConcurrentDictionary<string, int>(Enumerable.Range(1, texts.Length - 1).Select(term => KeyValuePair.Create(texts[term], term)), StringComparer.Ordinal);
        _numbers = Array.ConvertAll(texts, NumberIn);
        _newest = new Newest(_count);
    }

    private PropertyColumn(PropertyColumn before, IReadOnlyList<PropertyValues> runs, long last)
    {
        _newest = before._newest;
        _words = Math.Max(before._words, (int)(last >> 6) + 1);
        _found = before._found;
        _has = Grown(before._has, _words);
        _before = Grown(before._before, _words);
        _terms = Grown(before._terms, before._count + runs.Sum(run => run.FactIds.Count));
        List<string> added = [];
        foreach (string text in runs.SelectMany(run => run.Texts))
        {
            if (_found.TryAdd(text, before._textCount + added.Count))
            {
                added.Add(text);
            }
        }

        _textCount = before._textCount + added.Count;
        _texts = Grown(before._texts, _textCount);
        _numbers = Grown(before._numbers, _textCount);
        added.CopyTo(_texts, before._textCount);
        for (int i = 0; i < added.Count; i++)
        {
            _numbers[before._textCount + i] = NumberIn(added[i]);
        }

        int words = before._words;
        _count = before._count;
        foreach (PropertyValues run in runs)
        {
            int[] termAt = [.. run.Texts.Select(text => _found[text])];
            for (int i = 0; i < run.FactIds.Count; i++)
            {
                int word = (int)(run.FactIds[i] >> 6);
                for (; words <= word; words++)
                {
                    _before[words] = _count;
                }

                _terms[_count++] = termAt[run.Places[i]];
                _has[word] |= 1UL << (int)(run.FactIds[i] & 63);
            }
        }

        _newest.Count = _count;
    }

    /// <summary>No fact has a value.</summary>
    public static PropertyColumn Empty => new([], [], [""]);

    /// <summary>A bit for each fact, by store sequence.</summary>
    public ReadOnlySpan<ulong> Has
    {
        get
        {
            if (_words == 0 || _count == _newest.Count)
            {
                return _has.AsSpan(0, _words);
            }

            // The last word may hold bits of facts that came later.
            ulong[] own = _has.AsSpan(0, _words).ToArray();
            int left = _count - _before[_words - 1];
            ulong bits = 0;
            for (ulong all = own[^1]; left > 0; left--, all &= all - 1)
            {
                bits |= all & (~all + 1);
            }

            own[^1] = bits;
            return own;
        }
    }

    /// <summary>The terms of the facts that have a value, in order of their store sequence.</summary>
    public ReadOnlySpan<int> Terms => _terms.AsSpan(0, _count);

    /// <summary>The text of each term; index 0 is the empty text.</summary>
    public ReadOnlySpan<string> Texts => _texts.AsSpan(0, _textCount);

    /// <summary>The term of a fact; 0 when it has no value.</summary>
    /// <param name="factId">Its store sequence.</param>
    public int TermOf(long factId)
    {
        int word = (int)(factId >> 6);
        if (word >= _words)
        {
            return 0;
        }

        ulong bit = 1UL << (int)(factId & 63);
        int place = _before[word] + BitOperations.PopCount(_has[word] & (bit - 1));
        return (_has[word] & bit) == 0 || place >= _count ? 0 : _terms[place];
    }

    /// <summary>The text of a term; empty for 0 and for a number beyond the column's terms.</summary>
    public string TextOf(int term) => (uint)term < (uint)_textCount ? _texts[term] : string.Empty;

    /// <summary>A term's text as a number; NaN when there is none.</summary>
    public double NumberOf(int term) => _numbers[term];

    /// <summary>The term of a text, exact and case-sensitive; false when no fact has it.</summary>
    public bool TryFind(string text, out int term) => _found.TryGetValue(text, out term) && term < _textCount;

    /// <summary>The column with the values of further facts. It shares what is here, so it costs what comes, unless another column was grown from this one before.</summary>
    /// <param name="runs">Runs of facts, each after the one before, and all after the facts here.</param>
    public PropertyColumn With(IReadOnlyList<PropertyValues> runs)
    {
        if (runs.LastOrDefault(run => run.FactIds.Count > 0) is not { } last)
        {
            return this;
        }

        PropertyColumn before = _count == _newest.Count ? this : new PropertyColumn(Has.ToArray(), Terms.ToArray(), Texts.ToArray());
        return new PropertyColumn(before, runs, last.FactIds[^1]);
    }

    /// <summary>The column without the values of some facts, nor the texts that only they had.</summary>
    /// <param name="factIds">Their store sequences.</param>
    public PropertyColumn Without(IReadOnlySet<long> factIds)
    {
        ReadOnlySpan<ulong> known = Has;
        ulong[] has = new ulong[known.Length];
        var terms = new List<int>(_count);
        int[] termAt = new int[_textCount];
        var texts = new List<string> { string.Empty };
        for (int word = 0, at = 0; word < known.Length; word++)
        {
            for (ulong bits = known[word]; bits != 0; bits &= bits - 1, at++)
            {
                int bit = BitOperations.TrailingZeroCount(bits);
                if (factIds.Contains(((long)word << 6) + bit))
                {
                    continue;
                }

                ref int term = ref termAt[_terms[at]];
                if (term == 0)
                {
                    term = texts.Count;
                    texts.Add(_texts[_terms[at]]);
                }

                has[word] |= 1UL << bit;
                terms.Add(term);
            }
        }

        return terms.Count == _count ? this : new PropertyColumn(has, [.. terms], [.. texts]);
    }

    private static double NumberIn(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;

    private static T[] Grown<T>(T[] array, int length)
    {
        if (length > array.Length)
        {
            Array.Resize(ref array, Math.Max(length, array.Length + (array.Length >> 1)));
        }

        return array;
    }

    /// <summary>How far the shared arrays are filled: only the column that reaches so far may be appended to.</summary>
    private sealed class Newest(int count)
    {
        public int Count { get; set; } = count;
    }
}
