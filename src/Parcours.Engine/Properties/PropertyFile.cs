using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Definitions;
using Parcours.Engine.Workspaces;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Properties;

/// <summary>
/// The properties that a workspace declares, in <c>properties.yaml</c> of its folder: by kind of fact, the members of payloads that conditions may look at.
/// </summary>
public static class PropertyFile
{
    private const string FileName = "properties.yaml";
    private const string Example = "order: [store, { name: discount, type: number }]";

    /// <summary>What the file of a workspace's folder declares; nothing when there is no file.</summary>
    /// <param name="folder">The workspace's folder; null for none.</param>
    /// <exception cref="WorkspaceException">The file has errors.</exception>
    public static FactProperties InFolder(string? folder)
    {
        string path = Path.Combine(folder ?? string.Empty, FileName);
        if (folder is null || !File.Exists(path))
        {
            return FactProperties.None;
        }

        (FactProperties? properties, ImmutableArray<ExpressionError> errors) = Read(File.ReadAllText(path));
        return properties ?? throw new WorkspaceException(new WorkspaceRefusal.PropertiesInvalid(path, errors[0]));
    }

    /// <summary>Reads the text of the file; null with errors when it cannot be used.</summary>
    internal static (FactProperties? Properties, ImmutableArray<ExpressionError> Errors) Read(string text)
    {
        var file = new DefinitionFile(text);
        var declared = new List<DeclaredProperty>();
        if (file.Root("properties") is { } root)
        {
            Dictionary<string, YamlNode> top = file.Entries(root, ["properties"], FileName);
            if (top.GetValueOrDefault("properties") is YamlMappingNode kinds)
            {
                ReadKinds(file, kinds, declared);
            }
            else if (file.IsSound)
            {
                file.Error(top.GetValueOrDefault("properties") ?? root, "no property is declared", Example, null);
            }
        }

        return (file.IsSound ? FactProperties.Of(declared) : null, file.Errors);
    }

    private static void ReadKinds(DefinitionFile file, YamlMappingNode kinds, List<DeclaredProperty> declared)
    {
        foreach ((YamlNode key, YamlNode list) in kinds)
        {
            string kind = (key as YamlScalarNode)?.Value ?? string.Empty;

            // A name far from every typed kind is one of the workspace's own, known once a fact of it is imported.
            string? near = FactKinds.TryFind(kind, out _) ? null : Spelling.Nearest(kind, FactKinds.All.Select(FactKinds.NameOf));
            if (near is not null || kind.Length == 0)
            {
                file.Error(key, $"\"{kind}\" is no kind of fact", "a kind such as order or message_sent", near);
            }

            if (list is not YamlSequenceNode { Children: var entries })
            {
                file.Error(list, $"the properties of {kind} are no list", Example, null);
                continue;
            }

            foreach (YamlNode entry in entries)
            {
                ReadProperty(file, kind, entry, declared);
            }
        }
    }

    private static void ReadProperty(DefinitionFile file, string kind, YamlNode entry, List<DeclaredProperty> declared)
    {
        Dictionary<string, YamlNode> keys = entry is YamlScalarNode ? new(StringComparer.Ordinal) { ["name"] = entry } : file.Entries(entry, ["name", "type"], "a property");
        string? name = file.Text(keys, "name", entry, "the property's name");
        if (name is null)
        {
            return;
        }

        YamlNode at = keys["name"];
        bool isNumber = file.Choice(keys, "type", ["text", "number"]) == "number";
        string plain = FieldName.Of(name);
        if (name != plain)
        {
            file.Error(at, $"\"{name}\" is no name of a property", "lower-case letters without accents, digits and underscores: they match any header of those words", plain.Length > 0 ? plain : null);
        }
        else if (!PropertyNames.IsFree(name))
        {
            file.Error(at, $"\"{name}\" has a meaning of its own in conditions, or begins with a digit", "another name", null);
        }
        else if (declared.Exists(other => other.Name == name && other.IsNumber != isNumber))
        {
            file.Error(at, $"\"{name}\" is a text for one kind and a number for another", "one type for a name", null);
        }

        declared.Add(new DeclaredProperty(kind, name, isNumber));
    }
}
