using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Customers;

/// <summary>Puts the facts of a history in words, with what only the store keeps.</summary>
public static class FactLines
{
    /// <summary>The facts of a subject up to a date, the earliest first.</summary>
    public static FactLine[] Of(HistoryBase histories, IWorkspaceStore store, int subject, Instant at)
    {
        History history = histories[subject].Until(at);
        return Of(histories, history, 0, history.Count, store.DetailsOf(history.FactIds));
    }

    /// <summary>A stretch of the facts of a history.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="history">The history.</param>
    /// <param name="from">The first fact's place.</param>
    /// <param name="count">How many.</param>
    /// <param name="details">What the store keeps of them.</param>
    public static FactLine[] Of(HistoryBase histories, History history, int from, int count, IReadOnlyList<StoredDetail> details)
    {
        var keys = new Dictionary<int, string>();
        for (int i = 0; i < count; i++)
        {
            if (history.Links[from + i] != 0 && details[i].LinkKey is { } key)
            {
                keys[history.Links[from + i]] = key;
            }
        }

        var lines = new FactLine[count];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = Of(histories.Vocabulary, history.RowOf(from + i), keys, details[i].Payload);
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
