using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.LifecycleMaps;

/// <summary>A lifecycle with thresholds somebody tries: the base is worked out anew under them, and nothing is kept.</summary>
public static class ChosenThresholds
{
    /// <summary>The shortest threshold that can be tried, in days.</summary>
    public const int FewestDays = 1;

    /// <summary>The longest threshold that can be tried, in days: ten years.</summary>
    public const int MostDays = 3650;

    /// <summary>The definition with the chosen thresholds fixed, the others as they stand.</summary>
    /// <param name="definition">The lifecycle as it stands.</param>
    /// <param name="days">The chosen thresholds in days, by name; names that the lifecycle does not have are passed over.</param>
    public static LifecycleDefinition On(LifecycleDefinition definition, IReadOnlyDictionary<string, int> days) => definition with
    {
        Thresholds = [.. definition.Thresholds.Select(rule =>
            days.TryGetValue(rule.Name, out int chosen) ? ThresholdRule.Of(rule.Name, Period.OfDays(chosen)) with { Written = rule.Written ?? rule } : rule)],
    };

    /// <summary>The days of a threshold as they are shown and typed: whole, one or more.</summary>
    public static int Shown(Period period) => Math.Clamp((int)Math.Round(period.ApproximateDays), FewestDays, MostDays);

    /// <summary>A text that two equal choices share.</summary>
    public static string KeyOf(IReadOnlyDictionary<string, int> days) =>
        string.Join(' ', days.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{each.Key}={each.Value}")));
}
