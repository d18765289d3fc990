using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Facts;
using Parcours.Engine.Definitions;
using Parcours.Engine.Ingestion.Events;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Sources.Mapping;

/// <summary>A mapping file as it is written.</summary>
/// <param name="Each">Where the list of messages is; null when the body is one message, or a list of them.</param>
/// <param name="Id">Where a message's own id is; null for none.</param>
/// <param name="SignatureHeader">The header that holds the signature; null for the usual one.</param>
/// <param name="IsBase64">Whether the signature is written in Base64.</param>
/// <param name="Facts">The facts that messages may say.</param>
internal sealed record MappingFile(JsonPath? Each, JsonPath? Id, string? SignatureHeader, bool IsBase64, ImmutableArray<MappedFact> Facts)
{
    private const string Example = "facts: [{ kind: form, email: $.user.email, at: $.sent_at, item: $.form.name }]";

    private static readonly string[] Fields =
    [
        "at", "customer", "account", "email", "phone", "loyalty_card", "anonymous", "value", "currency", "item", "category", "link", "channel", "until", "quantity", "actor",
    ];

    private static readonly string[] Identities = ["customer", "account", "email", "phone", "loyalty_card", "anonymous"];

    /// <summary>Reads the text of a file; null with errors when it cannot be used.</summary>
    public static (MappingFile? File, ImmutableArray<ExpressionError> Errors) Read(string text)
    {
        var file = new DefinitionFile(text);
        MappingFile? read = null;
        if (file.Root("facts") is { } root)
        {
            Dictionary<string, YamlNode> top = file.Entries(root, ["facts", "each", "id", "signature"], "a mapping");
            JsonPath? each = PathOf(file, top.GetValueOrDefault("each"));
            JsonPath? id = PathOf(file, top.GetValueOrDefault("id"));
            string? header = null;
            bool isBase64 = false;
            if (top.TryGetValue("signature", out YamlNode? signature))
            {
                Dictionary<string, YamlNode> entries = file.Entries(signature, ["header", "encoding"], "a signature");
                header = file.Text(entries, "header", signature, "the name of the header that holds the signature");
                isBase64 = file.Choice(entries, "encoding", ["hex", "base64"]) == "base64";
            }

            read = new MappingFile(each, id, header, isBase64, FactsOf(file, root, top.GetValueOrDefault("facts")));
        }

        return (file.IsSound ? read : null, file.Errors);
    }

    private static ImmutableArray<MappedFact> FactsOf(DefinitionFile file, YamlNode root, YamlNode? list)
    {
        if (list is not YamlSequenceNode { Children.Count: > 0 } facts)
        {
            file.Error(list ?? root, "facts is no list", Example, null);
            return [];
        }

        return [.. facts.Children.Select(node => FactOf(file, node)).OfType<MappedFact>()];
    }

    private static MappedFact? FactOf(DefinitionFile file, YamlNode node)
    {
        Dictionary<string, YamlNode> entries = file.Entries(node, ["kind", "when", .. Fields], "a fact");
        if (node is not YamlMappingNode || file.Text(entries, "kind", node, "a kind of fact, or a name of yours in small letters and underscores") is not { } kind)
        {
            return null;
        }

        if (!FactKinds.TryFind(kind, out _) && (!KindName.IsKind(kind) || Spelling.Nearest(kind, TypedNames) is not null))
        {
            file.Error(entries["kind"], $"\"{kind}\" is no kind of fact", "a kind of fact, or a name of yours in small letters and underscores", Spelling.Nearest(kind, TypedNames));
        }

        if (!Identities.Any(entries.ContainsKey))
        {
            file.Error(node, "the fact says of nobody", string.Join(", ", Identities), null);
        }

        var fields = ImmutableArray.CreateBuilder<(string, MappedValue)>();
        foreach (string field in Fields)
        {
            if (entries.TryGetValue(field, out YamlNode? value) && ValueOf(file, value) is { } mapped)
            {
                fields.Add((field, mapped));
            }
        }

        return new MappedFact(kind, WhenOf(file, entries.GetValueOrDefault("when")), fields.ToImmutable());
    }

    private static IEnumerable<string> TypedNames => Enum.GetValues<FactKind>().Where(kind => kind is not FactKind.None && kind < FactKind.FirstCustom).Select(FactKinds.NameOf);

    private static ImmutableArray<(JsonPath, ImmutableArray<string>)> WhenOf(DefinitionFile file, YamlNode? when)
    {
        if (when is null)
        {
            return [];
        }

        if (when is not YamlMappingNode { Children: var children })
        {
            file.Error(when, "when is not written as paths and texts", "when: { $.type: form.sent }", null);
            return [];
        }

        var conditions = ImmutableArray.CreateBuilder<(JsonPath, ImmutableArray<string>)>();
        foreach ((YamlNode key, YamlNode value) in children)
        {
            ImmutableArray<string> texts = value is YamlSequenceNode many ? [.. many.Children.OfType<YamlScalarNode>().Select(one => one.Value ?? string.Empty)] : [(value as YamlScalarNode)?.Value ?? string.Empty];
            if (PathOf(file, key) is { } path)
            {
                conditions.Add((path, texts));
            }
        }

        return conditions.ToImmutable();
    }

    private static MappedValue? ValueOf(DefinitionFile file, YamlNode node)
    {
        string text = (node as YamlScalarNode)?.Value ?? string.Empty;
        if (text.StartsWith('$'))
        {
            return PathOf(file, node) is { } path ? new MappedValue(path, null) : null;
        }

        if (text.Length == 0)
        {
            file.Error(node, "a path or a text is missing", Example, null);
        }

        return new MappedValue(null, text);
    }

    private static JsonPath? PathOf(DefinitionFile file, YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        string text = (node as YamlScalarNode)?.Value ?? string.Empty;
        JsonPath? path = JsonPath.Read(text, out string? fault);
        if (fault is not null)
        {
            file.Error(node, $"\"{text}\" is no path: {fault}", "a path such as $.data.user.email", null);
        }

        return path;
    }
}
