using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

internal sealed partial class Compiler
{
    private readonly Dictionary<string, Aggregate> _shared = new(StringComparer.Ordinal);

    /// <summary>What a query looks at: the kinds it names (or a default), its condition.</summary>
    private FactFilter Filter(QueryNode query, params FactKind[] fallback)
    {
        var kinds = new Dictionary<FactKind, FactFlags>();
        void take(FactKind kind, FactFlags excludes) => kinds[kind] = kinds.TryGetValue(kind, out FactFlags known) ? known & excludes : excludes;
        foreach (NameNode name in query.Kinds)
        {
            if (FactSets.TryFind(name.Name, out FactSet? set))
            {
                foreach (FactKind kind in set!.Kinds.Count == 0 ? AllKinds(_scope.Histories.Vocabulary) : set.Kinds)
                {
                    take(kind, set.Excludes);
                }
            }
            else if (_scope.Histories.Vocabulary.TryFindKind(name.Name, out FactKind kind))
            {
                take(kind, FactFlags.None);
            }
            else
            {
                throw Error(name, $"\"{name.Name}\" is no kind of fact", "a kind such as order, visit or product_view", Spelling.Nearest(name.Name, Words.Kinds.Concat(_scope.Histories.Vocabulary.CustomKinds)));
            }
        }

        if (kinds.Count == 0)
        {
            Array.ForEach(fallback, kind => take(kind, FactFlags.None));
        }

        Func<int, bool>? where = query.Where is null ? null : Where(query.Where, [.. kinds.Keys.Select(_scope.Histories.Vocabulary.NameOf)]);
        return new FactFilter([.. kinds.Keys], where) { Excludes = [.. kinds.Values] };
    }

    /// <summary>Every kind a base may hold, the custom ones included.</summary>
    public static IEnumerable<FactKind> AllKinds(Vocabulary vocabulary) =>
        FactKinds.All.Concat(Enumerable.Range(0, vocabulary.CustomKinds.Count).Select(i => FactKind.FirstCustom + (ushort)i));

    private Func<int, bool> Where(Node condition, string[] kinds)
    {
        if (_inWhere)
        {
            throw Error(condition, "a condition on facts stands inside another", "one where", null);
        }

        _inWhere = true;
        _whereKinds = kinds;
        Func<bool> read = Bool(condition);
        _inWhere = false;
        return place =>
        {
            _place = place;
            return read();
        };
    }

    private Tally TallyOf(QueryNode query, FactFilter filter)
    {
        string key = $"{filter.Key} {(query.Where is null ? string.Empty : TextOf(query.Where))}";
        if (!_shared.TryGetValue(key, out Aggregate? tally))
        {
            tally = new Tally(_fold, filter.ConditionFor(_fold));
            _fold.Add(tally, filter.Kinds);
            _shared[key] = tally;
        }

        return (Tally)tally;
    }

    private SpendTally Spend()
    {
        if (!_shared.TryGetValue("spend", out Aggregate? tally))
        {
            tally = new SpendTally(_fold);
            _fold.Add(tally, SpendTally.Kinds);
            _shared["spend"] = tally;
        }

        return (SpendTally)tally;
    }

    /// <summary>The facts of a window (or of all time) as places in the segment, oldest first; and their sum.</summary>
    private (PlacesOf Places, Func<double> Sum) Window(QueryNode query, FactFilter filter, bool signed = false)
    {
        Func<int, bool>? where = filter.ConditionFor(_fold);
        if (query.Window is { Form: WindowForm.Period } calendar)
        {
            var tally = new PeriodTally(_fold, where, calendar.Unit, calendar.Shift, signed);
            _fold.Add(tally, filter.Kinds);
            return (() => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tally.Places()), tally.Sum);
        }

        Func<Period>? length = null;
        if (query.Window?.Length is { } written)
        {
            Typed typed = Compile(written);
            length = typed is DurationValue duration
                ? duration.Constant is { } constant ? () => constant : duration.Read
                : throw Error(written, $"{typed.Noun} follows {(query.Window.Form == WindowForm.Within ? "within" : "before")}", "a duration such as 90 days or a threshold", null);
        }

        Tally? mark = null;
        if (query.Window is { Form: WindowForm.Since, Since: var kinds })
        {
            var marks = new QueryNode(kinds, null, null, kinds[0].Offset);
            mark = TallyOf(marks, Filter(marks));
        }

        var window = new WindowTally(_fold, where, length, query.Window?.Form == WindowForm.Before, mark, signed);
        _fold.Add(window, filter.Kinds);
        return (window.Places, window.Sum);
    }

    /// <summary>The words of a part of the expression, to recognise what is already counted.</summary>
    private string TextOf(Node node) => _source.Text[node.Start..Math.Max(node.Start, Math.Min(node.End, _source.Text.Length))];

    private delegate ReadOnlySpan<int> PlacesOf();
}
