using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Customers;

/// <summary>Puts the facts of a history in words, with what only the store keeps.</summary>
internal static class FactLines
{
    public static FactLine[] Of(HistoryBase histories, IWorkspaceStore store, int subject, Instant at)
    {
        History history = histories[subject].Until(at);
        IReadOnlyList<StoredDetail> details = store.DetailsOf(history.FactIds);
        var keys = new Dictionary<int, string>();
        for (int i = 0; i < history.Count; i++)
        {
            if (history.Links[i] != 0 && details[i].LinkKey is { } key)
            {
                keys[history.Links[i]] = key;
            }
        }

        var lines = new FactLine[history.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = Of(histories.Vocabulary, history.RowOf(i), keys, details[i].Payload);
        }

        return lines;
    }

    private static FactLine Of(Vocabulary words, FactRow row, Dictionary<int, string> keys, string? payload)
    {
        Fact fact = row.Fact;
        bool line = fact.Kind == FactKind.OrderLine;
        string category = words.TextOf(words.CategoryOf(fact.Item));
        return new FactLine(
            words.NameOf(fact.Kind),
            fact.At,
            (fact.Flags & (FactFlags.DateOnly | FactFlags.Undated)) != FactFlags.None,
            ValueOf(words, fact),
            Currencies.CodeOf(fact.Currency),
            fact.Item == 0 ? null : words.TextOf(fact.Item),
            category.Length == 0 ? null : category,
            fact.Channel == Channel.None ? null : fact.Channel,
            line ? row.Extra.Quantity / 1000.0 : null,
            row.Link == 0 ? null : keys.GetValueOrDefault(row.Link),
            payload);
    }

    private static string? ValueOf(Vocabulary words, Fact fact) => fact.Kind switch
    {
        FactKind.AttributeChanged or FactKind.Assignment => words.TextOf((int)fact.Value),
        _ when fact.Currency != 0 => new Money(fact.Value, fact.Currency).ToString(),
        FactKind.SurveyAnswer or FactKind.Review => fact.Value.ToString(CultureInfo.InvariantCulture),
        _ => fact.Value == 0 ? null : fact.Value.ToString(CultureInfo.InvariantCulture),
    };
}
