using System.Globalization;
using System.Text.Json;

namespace Parcours.Engine.Management;

/// <summary>What the company aims at, by month: revenue in major units, and new customers. Kept as one document of the workspace.</summary>
public sealed record Objectives
{
    /// <summary>The document's name.</summary>
    public const string Document = "objectives";

    private Objectives(IReadOnlyDictionary<string, Objective> months) => Months = months;

    /// <summary>By month, as <c>2026-11</c>.</summary>
    public IReadOnlyDictionary<string, Objective> Months { get; }

    /// <summary>Reads the document; null is an empty one.</summary>
    public static Objectives Read(string? document) =>
        new(document is null ? new Dictionary<string, Objective>(StringComparer.Ordinal) : JsonSerializer.Deserialize<Dictionary<string, Objective>>(document)!);

    /// <summary>The objective of a month; null for none.</summary>
    public Objective? Of(DateOnly day) => Months.GetValueOrDefault(KeyOf(day));

    /// <summary>The same with a month set; an empty objective takes it away.</summary>
    public Objectives With(DateOnly day, Objective objective)
    {
        var months = new Dictionary<string, Objective>(Months, StringComparer.Ordinal);
        months.Remove(KeyOf(day));
        if (objective != new Objective(null, null))
        {
            months[KeyOf(day)] = objective;
        }

        return new Objectives(months);
    }

    /// <summary>The document's text.</summary>
    public string Write() => JsonSerializer.Serialize(Months);

    private static string KeyOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
