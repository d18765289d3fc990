using System.Globalization;
using System.Numerics;

namespace Parcours.Domain.Histories;

/// <summary>
/// One declared property of the facts that have it, by their store sequence: a bit for each fact of the store, a term for each that has a value.
/// What a fact says never changes, so where its history is kept, merged or copied does not matter here.
/// </summary>
public sealed class PropertyColumn
{
    private readonly ulong[] _has;
    private readonly int[] _before;
    private readonly int[] _terms;
    private readonly string[] _texts;
    private readonly Lazy<Dictionary<string, int>> _found;
    private readonly Lazy<double[]> _numbers;

    /// <summary>Puts a column together; the arrays are not copied.</summary>
    /// <param name="has">A bit for each fact, by store sequence: 64 to a word, the lowest first.</param>
    /// <param name="terms">The term of each fact whose bit is set, in order.</param>
    /// <param name="texts">The text of each term; index 0 is the empty text.</param>
    /// <exception cref="ArgumentException">There are not as many terms as bits set.</exception>
    public PropertyColumn(ulong[] has, int[] terms, string[] texts)
    {
        _has = has;
        _terms = terms;
        _texts = texts;
        _before = new int[has.Length];
        int count = 0;
        for (int word = 0; word < has.Length; word++)
        {
            _before[word] = count;
            count += BitOperations.PopCount(has[word]);
        }

        if (count != terms.Length)
        {
            throw new ArgumentException($"{count} facts have a value and {terms.Length} values are given.", nameof(terms));
        }

        _found = new(() => Enumerable.Range(1, texts.Length - 1).ToDictionary(term => texts[term], StringComparer.Ordinal));
        _numbers = new(() => Array.ConvertAll(texts, text => double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? number : double.NaN));
    }

    /// <summary>No fact has a value.</summary>
    public static PropertyColumn Empty { get; } = new([], [], [""]);

    /// <summary>A bit for each fact, by store sequence.</summary>
    public ReadOnlySpan<ulong> Has => _has;

    /// <summary>The terms of the facts that have a value, in order of their store sequence.</summary>
    public ReadOnlySpan<int> Terms => _terms;

    /// <summary>The text of each term; index 0 is the empty text.</summary>
    public ReadOnlySpan<string> Texts => _texts;

    /// <summary>The term of a fact; 0 when it has no value.</summary>
    /// <param name="factId">Its store sequence.</param>
    public int TermOf(long factId)
    {
        int word = (int)(factId >> 6);
        if (word >= _has.Length)
        {
            return 0;
        }

        ulong bit = 1UL << (int)(factId & 63);
        return (_has[word] & bit) == 0 ? 0 : _terms[_before[word] + BitOperations.PopCount(_has[word] & (bit - 1))];
    }

    /// <summary>The text of a term; empty for 0 and for a number beyond the column's terms.</summary>
    public string TextOf(int term) => (uint)term < (uint)_texts.Length ? _texts[term] : string.Empty;

    /// <summary>A term's text as a number; NaN when there is none.</summary>
    public double NumberOf(int term) => _numbers.Value[term];

    /// <summary>The term of a text, exact and case-sensitive; false when no fact has it.</summary>
    public bool TryFind(string text, out int term) => _found.Value.TryGetValue(text, out term);

    /// <summary>The column with the values of further facts.</summary>
    /// <param name="runs">Runs of facts, each after the one before, and all after the facts here.</param>
    public PropertyColumn With(IReadOnlyList<PropertyValues> runs)
    {
        if (runs.LastOrDefault(run => run.FactIds.Count > 0) is not { } last)
        {
            return this;
        }

        ulong[] has = _has;
        int[] terms = _terms;
        int count = terms.Length;
        Array.Resize(ref has, (int)(last.FactIds[^1] >> 6) + 1);
        Array.Resize(ref terms, count + runs.Sum(run => run.FactIds.Count));
        var texts = new List<string>(_texts);
        var known = new Dictionary<string, int>(_found.Value, StringComparer.Ordinal);
        foreach (PropertyValues run in runs)
        {
            int[] termAt = [.. run.Texts.Select(text =>
            {
                if (!known.TryGetValue(text, out int term))
                {
                    known[text] = term = texts.Count;
                    texts.Add(text);
                }

                return term;
            })];
            for (int i = 0; i < run.FactIds.Count; i++)
            {
                has[run.FactIds[i] >> 6] |= 1UL << (int)(run.FactIds[i] & 63);
                terms[count++] = termAt[run.Places[i]];
            }
        }

        return new PropertyColumn(has, terms, [.. texts]);
    }

    /// <summary>The column without the values of some facts, nor the texts that only they had.</summary>
    /// <param name="factIds">Their store sequences.</param>
    public PropertyColumn Without(IReadOnlySet<long> factIds)
    {
        var has = new ulong[_has.Length];
        var terms = new List<int>(_terms.Length);
        int[] termAt = new int[_texts.Length];
        var texts = new List<string> { string.Empty };
        for (int word = 0, at = 0; word < _has.Length; word++)
        {
            for (ulong bits = _has[word]; bits != 0; bits &= bits - 1, at++)
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

        return terms.Count == _terms.Length ? this : new PropertyColumn(has, [.. terms], [.. texts]);
    }
}
