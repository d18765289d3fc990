using System.Globalization;
using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Statistics.Learners;

namespace Parcours.Engine.Churn;

/// <summary>One reason of a churn score.</summary>
/// <param name="Feature">The feature's id.</param>
/// <param name="Value">Its value; <see cref="float.NaN"/> where there is none.</param>
/// <param name="Raises">Whether it speaks for leaving, not against.</param>
/// <param name="Text">The value as a text, for an attribute; empty for the others.</param>
public readonly record struct ChurnReason(string Feature, float Value, bool Raises, string Text)
{
    /// <summary>What an attribute's feature id begins with.</summary>
    internal const string AttributePrefix = "attribute:";

    private static readonly Dictionary<string, LocalText> Others = new(StringComparer.Ordinal)
    {
        ["stage"] = new("stage in the lifecycle", "phase du cycle de vie"),
        ["days_in_stage"] = new("days in the stage", "jours dans la phase"),
        [StackedLearner.ModelColumn] = new("pattern of all purchases", "rythme de tous les achats"),
    };

    /// <summary>What a feature did to the score of a row.</summary>
    /// <param name="part">What it did.</param>
    /// <param name="rows">The features.</param>
    /// <param name="row">Which row.</param>
    /// <param name="vocabulary">The dictionary.</param>
    internal static ChurnReason Of(FeatureContribution part, FeatureTable rows, int row, Vocabulary vocabulary)
    {
        float value = rows.Columns.FirstOrDefault(column => column.Name == part.Feature) is { } column ? column.Values.Span[row] : float.NaN;
        bool isAttribute = part.Feature.StartsWith(AttributePrefix, StringComparison.Ordinal) && !float.IsNaN(value);
        return new ChurnReason(part.Feature, value, part.Amount > 0, isAttribute ? vocabulary.TextOf((int)value) : string.Empty);
    }

    /// <summary>The reason in words: "days since the last order: 143".</summary>
    /// <param name="language">"en" or "fr".</param>
    public string In(string language)
    {
        string id = Feature;
        Feature? feature = FeatureList.All.FirstOrDefault(known => known.Id == id);
        string name = (feature?.Name ?? Others.GetValueOrDefault(id, new LocalText(id, id))).In(language);
        bool french = language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
        if (id.StartsWith(AttributePrefix, StringComparison.Ordinal))
        {
            string known = Text.Length > 0 ? Text : french ? "inconnu" : "not known";
            return french ? $"{id[AttributePrefix.Length..]} : {known}" : $"{id[AttributePrefix.Length..]}: {known}";
        }

        if (feature is null && id != "days_in_stage")
        {
            return name;
        }

        if (float.IsNaN(Value))
        {
            return french ? $"{name} : aucun" : $"{name}: none";
        }

        var culture = CultureInfo.GetCultureInfo(french ? "fr-FR" : "en-GB");
        string value = feature?.Unit switch
        {
            FeatureUnit.Share => Value.ToString("P0", culture),
            FeatureUnit.Money => Value.ToString("N2", culture),
            FeatureUnit.Ratio => Value.ToString("N1", culture),
            _ => Value.ToString("N0", culture),
        };
        return french ? $"{name} : {value}" : $"{name}: {value}";
    }
}
