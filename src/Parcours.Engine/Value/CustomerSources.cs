using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Purchases;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Value;

/// <summary>
/// Where customers came from: their attribute "source", else the advertisement they clicked before their first order, else what the file of orders says of the
/// first order's source, else the first order's channel.
/// </summary>
public static class CustomerSources
{
    private const string Name = "source";
    private const int Block = 16_384;

    /// <summary>The term of the attribute "source" in a base; 0 when nobody has it.</summary>
    public static int AttributeIn(HistoryBase histories) => histories.Vocabulary.TryFind(Name, out int term) ? term : 0;

    /// <summary>The source of each customer, in the order given; empty when not known.</summary>
    /// <param name="store">Where what files said of orders is kept; null to leave that out.</param>
    /// <param name="histories">The base.</param>
    /// <param name="customers">How they began, read with <see cref="AttributeIn"/>.</param>
    public static string[] Of(IWorkspaceStore? store, HistoryBase histories, FirstPurchase[] customers)
    {
        string[] sources = [.. customers.Select(customer =>
            customer.Attribute != 0 ? histories.Vocabulary.TextOf(customer.Attribute)
            : customer.Advertisement != 0 ? histories.Vocabulary.TextOf(customer.Advertisement)
            : string.Empty)];
        int[] unknown = [.. Enumerable.Range(0, sources.Length).Where(i => sources[i].Length == 0)];
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (int[] block in store is null ? Enumerable.Empty<int[]>() : unknown.Chunk(Block))
        {
            long[] facts = [.. block.SelectMany(i => new[] { customers[i].OrderFact, customers[i].LineFact })];
            IReadOnlyList<StoredDetail> details = store!.DetailsOf(facts);
            for (int k = 0; k < block.Length; k++)
            {
                sources[block[k]] = SourceIn(details[2 * k].Payload, said) ?? SourceIn(details[(2 * k) + 1].Payload, said) ?? string.Empty;
            }
        }

        foreach (int i in unknown)
        {
            if (sources[i].Length == 0 && customers[i].Channel != Channel.None)
            {
                sources[i] = customers[i].Channel.ToString().ToLowerInvariant();
            }
        }

        return sources;
    }

    private static string? SourceIn(string? payload, Dictionary<string, string> said)
    {
        if (payload is null || !payload.Contains("\"source\"", StringComparison.Ordinal))
        {
            return null;
        }

        if (!said.TryGetValue(payload, out string? source))
        {
            using var document = JsonDocument.Parse(payload);
            source = document.RootElement.TryGetProperty(Name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
            said[payload] = source;
        }

        return source.Length == 0 ? null : source;
    }
}
