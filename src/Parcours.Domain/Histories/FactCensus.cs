using System.Runtime.InteropServices;
using Parcours.Domain.Facts;

namespace Parcours.Domain.Histories;

/// <summary>
/// How much of each thing a base holds. Facts are those of customers; of what no customer has, those of accounts, whose histories repeat what their stakeholders did.
/// </summary>
/// <param name="Kinds">The kinds of fact there are.</param>
/// <param name="Attributes">The attributes there are, by term.</param>
/// <param name="Properties">The declared properties that a fact has, by name.</param>
public sealed record FactCensus(
    IReadOnlyDictionary<FactKind, FactCensus.Count> Kinds, IReadOnlyDictionary<int, FactCensus.Count> Attributes, IReadOnlyDictionary<string, FactCensus.Count> Properties)
{
    /// <summary>Counts a base.</summary>
    public static FactCensus Of(HistoryBase histories)
    {
        Tally customers = Scan(histories.Of(SubjectType.Customer));
        Tally accounts = histories.Subjects.HasAccounts ? Scan(histories.Of(SubjectType.Account)) : new Tally();
        return new(
            Either(customers.Kinds, accounts.Kinds).ToDictionary(pair => (FactKind)pair.Key, pair => pair.Value),
            Either(customers.Attributes, accounts.Attributes).ToDictionary(),
            Either(customers.Properties, accounts.Properties).ToDictionary(pair => histories.Properties.Names[pair.Key], pair => pair.Value));
    }

    private static IEnumerable<KeyValuePair<int, Count>> Either(Dictionary<int, Count> customers, Dictionary<int, Count> accounts) =>
        customers.Concat(accounts.Where(pair => !customers.ContainsKey(pair.Key)));

    private static Tally Scan(HistoryBase histories)
    {
        PropertyColumn[] columns = [.. histories.Properties.Names.Select(name => histories.Properties[name])];
        return SubjectRanges.Fold(
            histories.SubjectCount,
            () => new Tally(),
            (tally, from, to) =>
            {
                for (int subject = from; subject < to; subject++)
                {
                    History history = histories[subject];
                    ReadOnlySpan<Fact> facts = history.Facts;
                    for (int i = 0; i < facts.Length; i++)
                    {
                        Add(tally.Kinds, (int)facts[i].Kind, subject);
                        if (facts[i].Kind == FactKind.AttributeChanged)
                        {
                            Add(tally.Attributes, facts[i].Item, subject);
                        }

                        for (int column = 0; column < columns.Length; column++)
                        {
                            if (columns[column].TermOf(history.FactIds[i]) != 0)
                            {
                                Add(tally.Properties, column, subject);
                            }
                        }
                    }
                }
            },
            (into, part) =>
            {
                Merge(into.Kinds, part.Kinds);
                Merge(into.Attributes, part.Attributes);
                Merge(into.Properties, part.Properties);
            });
    }

    private static void Add(Dictionary<int, Count> counts, int key, int subject)
    {
        ref Count count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out bool isKnown);
        count = new Count(count.Facts + 1, count.Subjects + (isKnown && count.Last == subject ? 0 : 1)) { Last = subject };
    }

    private static void Merge(Dictionary<int, Count> into, Dictionary<int, Count> part)
    {
        foreach ((int key, Count count) in part)
        {
            Count before = into.GetValueOrDefault(key);
            into[key] = new Count(before.Facts + count.Facts, before.Subjects + count.Subjects);
        }
    }

    /// <summary>How much there is of a thing.</summary>
    /// <param name="Facts">Facts that say it.</param>
    /// <param name="Subjects">Customers (or accounts) who have one.</param>
    public readonly record struct Count(long Facts, long Subjects)
    {
        /// <summary>The subject counted last, while they are gone through in order.</summary>
        internal int Last { get; init; }
    }

    private sealed class Tally
    {
        public Dictionary<int, Count> Kinds { get; } = [];

        public Dictionary<int, Count> Attributes { get; } = [];

        public Dictionary<int, Count> Properties { get; } = [];
    }
}
