using System.Globalization;
using Microsoft.Extensions.Primitives;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Answers;
using Parcours.Engine.Definitions;
using Parcours.Engine.LifecycleMaps;
using Parcours.Web.Lifecycles;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Reads what a map is asked for off an address or a form.</summary>
internal static class MapReading
{
    /// <summary>The state of a map. A threshold that is no number is told beside its field, and the definition's stands in its place.</summary>
    /// <exception cref="AnswerException">There is no such lifecycle, date or view.</exception>
    internal static MapState Of(Frame frame, AnswerSource known, Func<string, StringValues> value, IEnumerable<string> names)
    {
        string id = frame.Lifecycle ?? FrameReading.UsualLifecycle;
        LifecycleDefinition definition = known.Find(id);
        DateOnly? from = FrameReading.DateIn(value("from"), frame.FirstDay, frame.LastDay);
        if (from > frame.Date)
        {
            throw new AnswerException(new("window_backwards", new(
                $"{Parcours.Engine.Reports.Writing.ReportLanguage.English.Date(from.Value)} comes after the date of the map: choose an earlier one.",
                $"Le {Parcours.Engine.Reports.Writing.ReportLanguage.French.Date(from.Value)} vient après la date de la carte\u00a0: choisissez-en une plus ancienne.")));
        }

        var tried = new Dictionary<string, int>(StringComparer.Ordinal);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in names.Where(name => name.StartsWith(MapState.ThresholdPrefix, StringComparison.Ordinal)))
        {
            string threshold = name[MapState.ThresholdPrefix.Length..];
            string text = value(name).ToString();
            if (definition.Thresholds.All(rule => rule.Name != threshold) || text.Length == 0)
            {
                continue; // one of another lifecycle, chosen before this one
            }

            if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days is >= ChosenThresholds.FewestDays and <= ChosenThresholds.MostDays)
            {
                tried[threshold] = days;
            }
            else
            {
                typed[threshold] = text;
                faults[threshold] = frame.Say(
                    $"Write a whole number of days, from {ChosenThresholds.FewestDays} to {frame.Language.Count(ChosenThresholds.MostDays)}.",
                    $"Écrivez un nombre entier de jours, de {ChosenThresholds.FewestDays} à {frame.Language.Count(ChosenThresholds.MostDays)}.");
            }
        }

        string? with = value("with").ToString() is { Length: > 0 } other ? known.Find(other).Id : null;
        var asked = new MapAsked(id, frame.Date, from ?? YearBefore(frame), frame.Language.Code)
        {
            With = with == id ? null : with,
            View = value("show").ToString() switch { "time" => MapView.Time, "paths" => MapView.Paths, _ => MapView.Moved },
            Tried = Changed(known, id, frame, tried),
        };
        return new MapState(asked, Names(frame, known)) { HasFrom = from is not null, Typed = typed, Faults = faults };
    }

    // A threshold typed as it stands is none that somebody tries.
    private static Dictionary<string, int> Changed(AnswerSource known, string id, Frame frame, Dictionary<string, int> tried)
    {
        if (tried.Count == 0)
        {
            return tried;
        }

        Domain.Time.Instant at = FrameReading.MomentOf(frame, known.Histories);
        var stands = known.Analyse(id).Thresholds.ToDictionary(threshold => threshold.Rule.Name, threshold => ChosenThresholds.Shown(threshold.At(at)));
        return tried.Where(each => stands[each.Key] != each.Value).ToDictionary(StringComparer.Ordinal);
    }

    private static DateOnly YearBefore(Frame frame) => frame.Date.AddYears(-1) is var before && before < frame.FirstDay ? frame.FirstDay.Value : before;

    private static IReadOnlyList<KeyValuePair<string, string>> Names(Frame frame, AnswerSource known) =>
        [.. known.Library.Ids.Select(id => KeyValuePair.Create(id, NameOf(frame, known, id))).OrderBy(each => each.Value, StringComparer.Create(CultureInfo.InvariantCulture, true))];

    // A file with errors still has its id; choosing it says what is wrong.
    private static string NameOf(Frame frame, AnswerSource known, string id)
    {
        try
        {
            return known.Library.Find(id) is { } definition ? frame.Say(definition.Name) : id;
        }
        catch (DefinitionException)
        {
            return id;
        }
    }
}
