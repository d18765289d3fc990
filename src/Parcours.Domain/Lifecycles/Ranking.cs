using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;

namespace Parcours.Domain.Lifecycles;

/// <summary>
/// A base ranked by (value, first order, subject key), asked for a few places only: values are sorted as plain numbers, and ties are put in
/// order only where a place falls among them.
/// </summary>
internal sealed class Ranking
{
    private readonly Ranked[] _ranked;
    private readonly Subjects _subjects;
    private readonly double[] _values;
    private readonly Dictionary<double, Ranked[]> _ties = [];

    public Ranking(Ranked[] ranked, Subjects subjects)
    {
        _ranked = ranked;
        _subjects = subjects;
        _values = new double[ranked.Length];
        for (int i = 0; i < ranked.Length; i++)
        {
            _values[i] = ranked[i].Value;
        }

        Array.Sort(_values);
    }

    /// <summary>The subject at a place, counted from 0; past the last place, a point above everyone.</summary>
    public CutPoint CutAt(int place)
    {
        if (place >= _values.Length)
        {
            return CutPoint.AboveAll;
        }

        double value = _values[place];
        int first = FirstAt(value);
        if (!_ties.TryGetValue(value, out Ranked[]? ties))
        {
            _ties[value] = ties = Array.FindAll(_ranked, ranked => ranked.Value == value);
            Array.Sort(Array.ConvertAll(ties, tie => tie.FirstOrderAt), ties);
        }

        Ranked found = ByKey(ties, place - first);
        return new CutPoint(found.Value, found.FirstOrderAt, _subjects.Utf8KeyOf(found.Subject).ToArray(), found.Subject);
    }

    /// <summary>The subject at a place among equal values sorted by first order: keys decide between equal first orders.</summary>
    private Ranked ByKey(Ranked[] ties, int place)
    {
        int from = place;
        int to = place + 1;
        while (from > 0 && ties[from - 1].FirstOrderAt == ties[place].FirstOrderAt)
        {
            from--;
        }

        while (to < ties.Length && ties[to].FirstOrderAt == ties[place].FirstOrderAt)
        {
            to++;
        }

        Ranked[] equal = ties[from..to];
        Array.Sort(equal, (a, b) => _subjects.Utf8KeyOf(a.Subject).SequenceCompareTo(_subjects.Utf8KeyOf(b.Subject)));
        return equal[place - from];
    }

    private int FirstAt(double value)
    {
        int low = 0;
        int high = _values.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_values[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

/// <summary>What one subject is ranked by.</summary>
/// <param name="Value">The measured number; NaN when it has none.</param>
/// <param name="FirstOrderAt">Its first order, in microseconds; <see cref="long.MinValue"/> before it.</param>
/// <param name="Subject">Its index.</param>
internal readonly record struct Ranked(double Value, long FirstOrderAt, int Subject);
