using System.Globalization;
using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Definitions;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Lifecycles;

/// <summary>Reads the thresholds of a lifecycle: a fixed period, or how it is found from the rhythm.</summary>
internal static class ThresholdReader
{
    private static readonly string[] Keys = ["rhythm", "times", "min", "max", "per", "min_customers", "else"];

    public static IEnumerable<ThresholdRule> Read(YamlNode node, DefinitionFile file)
    {
        foreach ((string name, YamlNode value) in file.Entries(node, [], "thresholds"))
        {
            if (!ThresholdRule.IsName(name))
            {
                file.Error(value, $"\"{name}\" cannot name a threshold", "letters, digits and _, and no word of the language, such as inactive_after", null);
            }

            if (value is YamlScalarNode)
            {
                yield return ThresholdRule.Of(name, PeriodOf(value, file));
                continue;
            }

            Dictionary<string, YamlNode> keys = file.Entries(value, Keys, "a threshold");
            if (!keys.ContainsKey("rhythm"))
            {
                file.Error(value, $"the threshold {name} says neither a period nor a rhythm", "a period such as 90 days, or { rhythm: median, times: 3 }", null);
                continue;
            }

            yield return new ThresholdRule(
                name,
                null,
                Quantile(keys["rhythm"], file),
                keys.TryGetValue("times", out YamlNode? times) ? Number(times, file, 0.01, 1000) : 1,
                keys.TryGetValue("min", out YamlNode? min) ? PeriodOf(min, file) : null,
                keys.TryGetValue("max", out YamlNode? max) ? PeriodOf(max, file) : null,
                keys.TryGetValue("per", out YamlNode? per) && IsCategory(per, file),
                keys.TryGetValue("min_customers", out YamlNode? enough) ? (int)Number(enough, file, 1, 1e9) : 1,
                keys.TryGetValue("else", out YamlNode? otherwise) ? PeriodOf(otherwise, file) : null);
        }
    }

    private static bool IsCategory(YamlNode node, DefinitionFile file)
    {
        if (node is YamlScalarNode { Value: "category" })
        {
            return true;
        }

        file.Error(node, "a threshold is per category or for all", "category", "category");
        return false;
    }

    private static double Quantile(YamlNode node, DefinitionFile file) =>
        node is YamlScalarNode { Value: "median" } ? 0.5 : Number(node, file, 0.01, 0.99);

    private static double Number(YamlNode node, DefinitionFile file, double low, double high)
    {
        if (double.TryParse((node as YamlScalarNode)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= low && value <= high)
        {
            return value;
        }

        file.Error(node, $"\"{node}\" is not usable here", string.Create(CultureInfo.InvariantCulture, $"a number from {low} to {high}{(high < 1 ? ", or median" : string.Empty)}"), null);
        return low;
    }

    private static Period PeriodOf(YamlNode node, DefinitionFile file)
    {
        if (Durations.Parse(file.Source(node), out ExpressionError? error) is { } period)
        {
            return period;
        }

        file.Error(error!);
        return default;
    }
}
