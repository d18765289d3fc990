using System.Text.Json;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.Lifecycles;

/// <summary>
/// Adopting: the thresholds that came from the rhythm are frozen at what they are worth at a date, as one entry of a document the workspace keeps.
/// The last entry is in force; the earlier ones are the definition's history. No transition is announced: the entry holds the cross-table instead.
/// </summary>
public static class AdoptedThresholds
{
    /// <summary>The name of the document that holds a lifecycle's adoptions.</summary>
    public static string DocumentOf(string lifecycle) => "adopted/" + lifecycle;

    /// <summary>The entries of a document, oldest first; none for null.</summary>
    public static IReadOnlyList<Adoption> Read(string? document) =>
        document is null ? [] : JsonSerializer.Deserialize(document, AdoptionJson.Default.ListAdoption) ?? [];

    /// <summary>The definition with the thresholds of the last entry fixed; as written when nothing was adopted.</summary>
    public static LifecycleDefinition Apply(LifecycleDefinition definition, string? document)
    {
        if (Read(document) is not [.., { } adopted])
        {
            return definition;
        }

        return definition with
        {
            Thresholds = [.. definition.Thresholds.Select(rule =>
                adopted.Thresholds.TryGetValue(rule.Name, out Period period) ? ThresholdRule.Of(rule.Name, period) with { Written = rule } : rule)],
        };
    }

    /// <summary>What adopting at a date writes: the entry, with the cross-table of the stages before and after.</summary>
    /// <param name="library">The workspace's lifecycles.</param>
    /// <param name="written">The definition as its file says.</param>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date.</param>
    /// <param name="note">Why; may be empty.</param>
    /// <param name="chosen">Values somebody chose in place of what the rhythm gives, by name; null for none. One may be of a threshold that the file fixes.</param>
    public static Adoption Adopt(
        LifecycleLibrary library, LifecycleDefinition written, HistoryBase histories, Instant at, string note, IReadOnlyDictionary<string, Period>? chosen = null)
    {
        LifecycleDefinition before = library.Find(written.Id) ?? written;
        var values = library.Analyse(written, histories).Thresholds.Where(threshold => threshold.Rule.Fixed is null)
            .ToDictionary(threshold => threshold.Rule.Name, threshold => threshold.At(at));
        foreach ((string name, Period period) in chosen ?? new Dictionary<string, Period>())
        {
            values[name] = period;
        }

        LifecycleDefinition after = written with
        {
            Thresholds = [.. written.Thresholds.Select(rule => values.TryGetValue(rule.Name, out Period value) ? ThresholdRule.Of(rule.Name, value) : rule)],
        };
        return new Adoption(
            written.Id, at, note, values,
            written.Thresholds.Where(rule => values.ContainsKey(rule.Name)).ToDictionary(rule => rule.Name, rule => rule.Formula),
            CrossTable(library.Analyse(before, histories).Timelines, library.Analyse(after, histories).Timelines, at));
    }

    /// <summary>The document with one more entry.</summary>
    public static string Append(string? document, Adoption adoption) =>
        JsonSerializer.Serialize([.. Read(document), adoption], AdoptionJson.Default.ListAdoption);

    private static List<AdoptionCell> CrossTable(Timelines before, Timelines after, Instant at)
    {
        var cells = new SortedDictionary<(int Before, int After), long>();
        for (int subject = 0; subject < before.SubjectCount; subject++)
        {
            (int Before, int After) cell = (before.StageAt(subject, at), after.StageAt(subject, at));
            if (cell.Before >= 0)
            {
                cells[cell] = cells.GetValueOrDefault(cell) + 1;
            }
        }

        return [.. cells.Select(cell => new AdoptionCell(before.Stages[cell.Key.Before].Id, after.Stages[cell.Key.After].Id, cell.Value))];
    }
}
