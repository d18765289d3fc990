using System.CommandLine;
using System.Globalization;
using Parcours.Domain.Expressions;
using Parcours.Domain.Time;

namespace Parcours.Cli.Frame;

/// <summary>The option --horizon: how far ahead, as <c>90d</c>, <c>12w</c>, <c>6m</c>, <c>1y</c> or <c>90 days</c>.</summary>
internal static class HorizonOption
{
    /// <summary>An option that takes a length of time.</summary>
    public static Option<Period?> Make(Language language, string description) => new("--horizon")
    {
        Description = description,
        HelpName = "90d|12w|6m|1y",
        CustomParser = result =>
        {
            string typed = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
            if (Parse(typed) is { ApproximateDays: >= 1 } period)
            {
                return period;
            }

            result.AddError(language.Say(
                $"\"{typed}\" is no horizon: write 90d, 12w, 6m or 1y, of a day or more.",
                $"« {typed} » n'est pas un horizon : écrivez 90d, 12w, 6m ou 1y, d'un jour au moins."));
            return null;
        },
    };

    private static Period? Parse(string typed)
    {
        string text = typed.Trim();
        string? unit = text.Length > 1 ? char.ToLowerInvariant(text[^1]) switch { 'd' or 'j' => "days", 'w' => "weeks", 'm' => "months", 'y' => "years", _ => null } : null;
        return unit is not null && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? Durations.Parse(new SourceText($"{count} {unit}"), out _)
            : Durations.Parse(new SourceText(text), out _);
    }
}
