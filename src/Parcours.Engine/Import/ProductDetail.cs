using System.Text.Json.Nodes;
using Parcours.Engine.Import.Lines;

namespace Parcours.Engine.Import;

/// <summary>Puts together what several files say of a product, each as a JSON object: a file of orders that names a product does not undo the catalogue's price and cost.</summary>
public static class ProductDetail
{
    /// <summary>What was known, with what is now said in place of what it contradicts; null when both are.</summary>
    public static string? Merge(string? known, string? said)
    {
        if (known is null || said is null || known == said)
        {
            return said ?? known;
        }

        if (JsonNode.Parse(known) is not JsonObject whole || JsonNode.Parse(said) is not JsonObject parts)
        {
            return said;
        }

        foreach ((string name, JsonNode? value) in parts.ToList())
        {
            whole[name] = value?.DeepClone();
        }

        return whole.ToJsonString(JsonText.Options);
    }
}
