using System.Collections.Immutable;
using System.Reflection;
using Parcours.Domain.Expressions;
using Parcours.Engine.Definitions;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>A file of names of events: what each means, as the name of a specified event or a kind of fact.</summary>
/// <param name="Names">The names and their meanings, in the order of the file.</param>
/// <param name="ProductIsSku">Whether products are known by their SKU where an event gives both.</param>
internal sealed record EventFile(ImmutableArray<(string Name, EventMeaning Meaning)> Names, bool ProductIsSku)
{
    private const string Example = "events: { Placed Order: Order Completed, Wheel Spun: wheel_spun }";

    /// <summary>The names of other tools, as they come with the product.</summary>
    public static EventFile BuiltIn { get; } = ReadBuiltIn();

    /// <summary>Reads the text of a file; null with errors when it cannot be used.</summary>
    public static (EventFile? File, ImmutableArray<ExpressionError> Errors) Read(string text)
    {
        var file = new DefinitionFile(text);
        var names = ImmutableArray.CreateBuilder<(string, EventMeaning)>();
        bool productIsSku = false;
        if (file.Root("events") is { } root)
        {
            Dictionary<string, YamlNode> top = file.Entries(root, ["events", "product"], EventNames.FileName);
            productIsSku = file.Choice(top, "product", ["product_id", "sku"]) == "sku";
            if (top.TryGetValue("events", out YamlNode? events))
            {
                ReadNames(file, events, names);
            }
            else if (file.IsSound && !top.ContainsKey("product"))
            {
                file.Error(root, "no event is named", Example, null);
            }
        }

        return (file.IsSound ? new EventFile(names.ToImmutable(), productIsSku) : null, file.Errors);
    }

    private static void ReadNames(DefinitionFile file, YamlNode events, ImmutableArray<(string, EventMeaning)>.Builder names)
    {
        if (events is not YamlMappingNode { Children: var children })
        {
            file.Error(events, "events is not written as keys and values", Example, null);
            return;
        }

        foreach ((YamlNode key, YamlNode value) in children)
        {
            string name = (key as YamlScalarNode)?.Value?.Trim() ?? string.Empty;
            string meant = (value as YamlScalarNode)?.Value?.Trim() ?? string.Empty;
            if (name.Length == 0 || meant.Length == 0)
            {
                file.Error(name.Length == 0 ? key : value, "a name or its meaning is missing", Example, null);
            }
            else if (SpecEvents.All.TryGetValue(KindName.Of(meant), out EventMeaning? meaning))
            {
                names.Add((name, meaning));
            }
            else if (Spelling.Nearest(KindName.Of(meant), SpecEvents.All.Keys) is { } near)
            {
                file.Error(value, $"\"{meant}\" is no event that we know", "an event of Segment's specifications, a kind of fact, or a name of yours in small letters and underscores", near);
            }
            else if (!KindName.IsKind(meant))
            {
                file.Error(value, $"\"{meant}\" is no kind of fact", "an event of Segment's specifications, a kind of fact, or a name of yours in small letters and underscores", null);
            }
            else
            {
                names.Add((name, EventMeaning.Custom(meant)));
            }
        }
    }

    private static EventFile ReadBuiltIn()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Parcours.Engine.Ingestion.events.yaml")!;
        using var reader = new StreamReader(stream);
        (EventFile? file, ImmutableArray<ExpressionError> errors) = Read(reader.ReadToEnd());
        return file ?? throw new InvalidOperationException($"The built-in names of events cannot be used: {errors[0]}");
    }
}
