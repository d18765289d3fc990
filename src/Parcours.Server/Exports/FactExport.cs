using System.Globalization;
using System.Text;
using System.Text.Json;
using Parcours.Domain.Histories;
using Parcours.Engine.Answers;
using Parcours.Engine.Customers;
using Parcours.Engine.Workspaces;
using Parcours.Server.Answers;

namespace Parcours.Server.Exports;

/// <summary>Every fact of a base as a line, customer by customer. A fact of a stakeholder stands with the person, not again with the account.</summary>
internal sealed class FactExport(FactWindow window, IWorkspaceStore reader)
{
    /// <summary>Writes a CSV file, a subject a step.</summary>
    internal IEnumerable<bool> WriteCsv(TextWriter to)
    {
        to.WriteLine("customer,kind,at,value,currency,item,category,channel,quantity,link");
        foreach ((string key, FactLine[] lines) in Subjects())
        {
            foreach (FactLine line in lines)
            {
                to.WriteLine(string.Join(',',
                [
                    CsvText.Field(key), CsvText.Field(line.Kind), line.At.ToString(), Value(line), line.Currency, CsvText.Field(line.Item ?? string.Empty),
                    CsvText.Field(line.Category ?? string.Empty), line.Channel?.ToString().ToLowerInvariant() ?? string.Empty,
                    line.Quantity?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, CsvText.Field(line.Link ?? string.Empty),
                ]));
            }

            yield return true;
        }
    }

    /// <summary>Writes a JSON object a line, a subject a step.</summary>
    internal IEnumerable<bool> WriteLines(TextWriter to)
    {
        foreach ((string key, FactLine[] lines) in Subjects())
        {
            foreach (FactLine line in lines)
            {
                to.WriteLine(Encoding.UTF8.GetString(JsonBytes.Of(json => Write(json, key, line))));
            }

            yield return true;
        }
    }

    // An amount is a number even when it is negative; what a person wrote is a text.
    private static string Value(FactLine line) => line.Currency.Length > 0 || decimal.TryParse(line.Value, CultureInfo.InvariantCulture, out _) ? line.Value ?? string.Empty : CsvText.Field(line.Value ?? string.Empty);

    private static void Write(Utf8JsonWriter json, string key, FactLine line)
    {
        json.WriteString("customer", key);
        CustomerJson.WriteMembers(json, line);
    }

    private IEnumerable<(string Key, FactLine[] Lines)> Subjects()
    {
        HistoryBase histories = window.Histories;
        var seen = new HashSet<long>();
        bool hasAccounts = histories.Subjects.HasAccounts;
        foreach (SubjectType type in Enum.GetValues<SubjectType>())
        {
            for (int subject = 0; subject < histories.SubjectCount; subject++)
            {
                if (histories.Subjects.TypeOf(subject) == type && LinesOf(histories, subject, hasAccounts ? seen : null) is { Length: > 0 } lines)
                {
                    yield return (histories.Subjects.KeyOf(subject), lines);
                }
            }
        }
    }

    private FactLine[] LinesOf(HistoryBase histories, int subject, HashSet<long>? seen)
    {
        History history = histories[subject];
        bool[] wanted = new bool[history.Count];
        for (int i = 0; i < wanted.Length; i++)
        {
            wanted[i] = window.Has(history.Facts[i]) && (seen is null || seen.Add(history.FactIds[i]));
        }

        return Array.Exists(wanted, isWanted => isWanted)
            ? [.. FactLines.Of(histories, history, 0, history.Count, reader.DetailsOf(history.FactIds)).Where((_, i) => wanted[i])]
            : [];
    }
}
