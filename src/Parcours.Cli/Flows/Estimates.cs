using System.Text.Json;

namespace Parcours.Cli.Flows;

/// <summary>How machines read an estimate.</summary>
internal static class Estimates
{
    /// <summary>Writes an estimate to six decimals, or null when there is none.</summary>
    public static void WriteEstimate(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, Math.Round(known, 6));
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
