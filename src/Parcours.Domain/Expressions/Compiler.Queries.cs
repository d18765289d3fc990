using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

internal sealed partial class Compiler
{
    private static readonly FactKind[] Everything = [.. FactKinds.All];
    private readonly Dictionary<string, Aggregate> _shared = new(StringComparer.Ordinal);

    /// <summary>What a query looks at: the kinds it names (or a default), its condition.</summary>
    private FactFilter Filter(QueryNode query, params FactKind[] fallback)
    {
        var kinds = new List<FactKind>();
        var excludes = FactFlags.None;
        foreach (NameNode name in query.Kinds)
        {
            if (FactSets.TryFind(name.Name, out FactSet? set))
            {
                kinds.AddRange(set!.Kinds.Count == 0 ? AllKinds() : set.Kinds);
                excludes |= set.Excludes;
            }
            else if (KindNamed(name.Name) is { } kind)
            {
                kinds.Add(kind);
            }
            else
            {
                throw Error(name, $"\"{name.Name}\" is no kind of fact", "a kind such as order, visit or product_view", Spelling.Nearest(name.Name, Words.Kinds.Concat(_scope.Histories.Vocabulary.CustomKinds)));
            }
        }

        if (kinds.Count == 0)
        {
            kinds.AddRange(fallback);
        }

        Func<int, bool>? where = query.Where is null ? null : Where(query.Where);
        return new FactFilter([.. kinds.Distinct()], excludes, where);
    }

    private IEnumerable<FactKind> AllKinds() =>
        Everything.Concat(Enumerable.Range(0, _scope.Histories.Vocabulary.CustomKinds.Count).Select(i => FactKind.FirstCustom + (ushort)i));

    private FactKind? KindNamed(string name)
    {
        if (FactKinds.TryFind(name, out FactKind kind))
        {
            return kind;
        }

        int custom = _scope.Histories.Vocabulary.CustomKinds.ToList().IndexOf(name);
        return custom < 0 ? null : FactKind.FirstCustom + (ushort)custom;
    }

    private Func<int, bool> Where(Node condition)
    {
        if (_inWhere)
        {
            throw Error(condition, "a condition on facts stands inside another", "one where", null);
        }

        _inWhere = true;
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
        string key = $"{string.Join(',', filter.Kinds)} {filter.Excludes} {(query.Where is null ? string.Empty : TextOf(query.Where))}";
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
        if (query.Window is { Within: null } calendar)
        {
            var tally = new PeriodTally(_fold, where, calendar.Unit, calendar.Shift, signed);
            _fold.Add(tally, filter.Kinds);
            return (() => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tally.Places()), tally.Sum);
        }

        Func<Period>? within = null;
        if (query.Window?.Within is { } length)
        {
            Typed typed = Compile(length);
            within = typed is DurationValue duration
                ? duration.Constant is { } constant ? () => constant : duration.Read
                : throw Error(length, $"{typed.Noun} follows within", "a duration such as 90 days or a threshold", null);
        }

        var window = new WindowTally(_fold, where, within, signed);
        _fold.Add(window, filter.Kinds);
        return (window.Places, window.Sum);
    }

    /// <summary>The words of a part of the expression, to recognise what is already counted.</summary>
    private string TextOf(Node node) => _source.Text[node.Offset..Math.Max(node.Offset, Math.Min(node.End, _source.Text.Length))];

    private delegate ReadOnlySpan<int> PlacesOf();
}
