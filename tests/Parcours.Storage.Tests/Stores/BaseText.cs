using System.Globalization;
using System.Text;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Storage.Stores;

/// <summary>A base in words, by key: two bases that people could not tell apart give the same text, whatever their numbers inside.</summary>
internal static class BaseText
{
    internal static string Of(HistoryBase histories)
    {
        var subjects = Enumerable.Range(0, histories.SubjectCount)
            .OrderBy(histories.Subjects.KeyOf, StringComparer.Ordinal)
            .ThenBy(histories.Subjects.TypeOf);
        var text = new StringBuilder();
        foreach (int subject in subjects)
        {
            text.Append(CultureInfo.InvariantCulture, $"{histories.Subjects.TypeOf(subject)} {histories.Subjects.KeyOf(subject)}\n");
            History history = histories[subject];
            for (int i = 0; i < history.Count; i++)
            {
                Append(text, histories, history.RowOf(i));
                AppendProperties(text, histories.Properties, history.FactIds[i]);
            }
        }

        return text.ToString();
    }

    private static void AppendProperties(StringBuilder text, FactProperties properties, long factId)
    {
        foreach (string name in properties.Names)
        {
            PropertyColumn column = properties[name];
            int term = column.TermOf(factId);
            text.Append(term == 0 ? string.Empty : $"    {name} = {column.TextOf(term)}\n");
        }
    }

    private static void Append(StringBuilder text, HistoryBase histories, FactRow row)
    {
        Fact fact = row.Fact;
        string actor = row.Extra.Actor < 0 ? "-" : histories.Subjects.KeyOf(row.Extra.Actor);
        Vocabulary words = histories.Vocabulary;
        text.Append(CultureInfo.InvariantCulture, $"  {fact.At} {words.NameOf(fact.Kind)} {fact.Value} {words.TextOf(fact.Item)}/{words.TextOf(words.CategoryOf(fact.Item))} ")
            .Append(CultureInfo.InvariantCulture, $"{fact.Currency} {fact.ChannelAndFlags} {row.Link} {row.Extra.Until} {actor} {row.Extra.Quantity}\n");
    }
}
