using System.Collections.Concurrent;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Segments;

/// <summary>
/// Counts who conditions hold for at a date, on one base, while somebody types: each part between <c>and</c>, <c>or</c> and <c>not</c> is looked at once and
/// remembered a bit a subject, so that one more part costs one part. Safe to ask from several threads.
/// </summary>
public sealed class SegmentCounter
{
    /// <summary>How many parts are remembered; they are forgotten together.</summary>
    private const int MostParts = 400;

    private readonly SegmentScope _scope;
    private readonly ConcurrentDictionary<PartKey, Members> _parts = new();
    private readonly ConcurrentDictionary<Instant, long[]> _spends = new();

    /// <summary>A counter with nothing remembered.</summary>
    public SegmentCounter(SegmentScope scope) => _scope = scope;

    /// <summary>The base counted on.</summary>
    public HistoryBase Histories => _scope.Histories;

    /// <summary>Who a condition holds for at a date: subjects of the type with a fact by then.</summary>
    /// <param name="where">The condition.</param>
    /// <param name="type">Customers or accounts.</param>
    /// <param name="at">Facts after it do not count.</param>
    /// <param name="error">What is wrong with the condition; null when nothing is.</param>
    /// <returns>The members; null when the condition has an error.</returns>
    public Members? Of(SourceText where, SubjectType type, Instant at, out ExpressionError? error)
    {
        try
        {
            Node root = Parser.Parse(where);
            var known = new Dictionary<PartKey, Members>();
            var missing = new Dictionary<PartKey, Node>();
            foreach (Node part in PartsOf(root))
            {
                PartKey key = KeyOf(part, where, type, at);
                if (_parts.TryGetValue(key, out Members? members))
                {
                    known[key] = members;
                }
                else
                {
                    missing[key] = part;
                }
            }

            PartKey everybody = PartKey.Everybody(type, at);
            if (missing.Count > 0)
            {
                foreach ((PartKey key, Members members) in Look(missing, where, TablesFor(missing.Values, where, type, at), type, at))
                {
                    known[key] = members;
                }
            }

            known[everybody] = known.GetValueOrDefault(everybody) ?? Everybody(type, at);
            error = null;
            return Combine(root, part => known[part is null ? everybody : KeyOf(part, where, type, at)]);
        }
        catch (ExpressionException fault)
        {
            error = fault.Error;
            return null;
        }
    }

    /// <summary>All subjects of a type with a fact by a date.</summary>
    public Members Everybody(SubjectType type, Instant at)
    {
        PartKey key = PartKey.Everybody(type, at);
        return _parts.TryGetValue(key, out Members? known) ? known : Look([], new SourceText("always"), BaseTables.Empty, type, at)[key];
    }

    /// <summary>The members worth most: by net spend up to the date, then in the order of the base.</summary>
    /// <param name="members">Who.</param>
    /// <param name="at">Facts after it do not count.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>Each with the net spend, in minor units.</returns>
    public IReadOnlyList<(int Subject, long Spend)> Sample(Members members, Instant at, int count)
    {
        long[] spends = _spends.GetOrAdd(at, asked =>
        {
            if (_spends.Count > 3)
            {
                _spends.Clear();
            }

            return SpendScan.Run(_scope.Histories, asked);
        });
        var best = new PriorityQueue<int, (long Spend, int Order)>();
        foreach (int subject in members.Subjects())
        {
            (long, int) worth = (spends[subject], -subject);
            if (best.Count < count)
            {
                best.Enqueue(subject, worth);
            }
            else if (count > 0)
            {
                best.EnqueueDequeue(subject, worth);
            }
        }

        var found = new List<(int Subject, long Spend)>(best.Count);
        while (best.TryDequeue(out int subject, out _))
        {
            found.Add((subject, spends[subject]));
        }

        found.Reverse();
        return found;
    }

    private static IEnumerable<Node> PartsOf(Node node) => node switch
    {
        BinaryNode { Operator: "and" or "or" } pair => PartsOf(pair.Left).Concat(PartsOf(pair.Right)),
        UnaryNode { Operator: "not" } not => PartsOf(not.Operand),
        _ => [node],
    };

    private static PartKey KeyOf(Node part, SourceText source, SubjectType type, Instant at) =>
        new(source.Text[part.Start..part.End], type, at);

    private static Members Combine(Node node, Func<Node?, Members> known) => node switch
    {
        BinaryNode { Operator: "and" } both => Combine(both.Left, known).And(Combine(both.Right, known)),
        BinaryNode { Operator: "or" } either => Combine(either.Left, known).Or(Combine(either.Right, known)),
        UnaryNode { Operator: "not" } not => Combine(not.Operand, known).Not(known(null)),
        _ => known(node),
    };

    /// <summary>The base tables that parts read, of the month of the date alone; a part with an error is told here.</summary>
    private BaseTables TablesFor(IEnumerable<Node> parts, SourceText source, SubjectType type, Instant at)
    {
        var probe = new Compiler(new Fold(_scope.Histories), _scope.At(BaseTables.Empty));
        foreach (Node part in parts)
        {
            probe.Condition(part, source);
        }

        return probe.Measures.Count == 0 ? BaseTables.Empty : BaseTableScan.Run(SegmentScope.Unnamed(source, type).AsLifecycle(), _scope.Context(), at: at);
    }

    /// <summary>Looks at some parts of one expression, and at who is there at all, in one pass over the base.</summary>
    private Dictionary<PartKey, Members> Look(Dictionary<PartKey, Node> parts, SourceText source, BaseTables tables, SubjectType type, Instant at)
    {
        HistoryBase histories = _scope.Histories;
        int words = Members.WordsFor(histories.SubjectCount);
        ulong[][] found = [.. Enumerable.Range(0, parts.Count + 1).Select(_ => new ulong[words])];
        const int width = Timelines.BlockWidth;
        Parallel.For(
            0,
            (histories.SubjectCount + width - 1) / width,
            () => new PartLook(_scope.At(tables), [.. parts.Values], source),
            (block, _, look) =>
            {
                for (int subject = block * width; subject < Math.Min(histories.SubjectCount, (block + 1) * width); subject++)
                {
                    if (histories.Subjects.TypeOf(subject) == type)
                    {
                        look.At(subject, at, found);
                    }
                }

                return look;
            },
            _ => { });
        var seen = new Dictionary<PartKey, Members> { [PartKey.Everybody(type, at)] = new(histories.SubjectCount, found[^1]) };
        foreach (PartKey key in parts.Keys)
        {
            seen[key] = new Members(histories.SubjectCount, found[seen.Count - 1]);
        }

        if (_parts.Count > MostParts)
        {
            _parts.Clear();
        }

        foreach ((PartKey key, Members members) in seen)
        {
            _parts[key] = members;
        }

        return seen;
    }

    private readonly record struct PartKey(string Text, SubjectType Type, Instant At)
    {
        public static PartKey Everybody(SubjectType type, Instant at) => new(string.Empty, type, at);
    }
}
