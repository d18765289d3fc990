using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Engine.Ingestion.Events;
using Parcours.Engine.Properties;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Ingestion;

/// <summary>
/// What events' names mean: those of Segment's specifications, those of Klaviyo, Braze and Shopify, and a company's own, in <c>events.yaml</c> of its workspace.
/// Names are compared without case and signs. Any number of threads may ask.
/// </summary>
public sealed class EventNames
{
    /// <summary>The file of a workspace's folder that extends the names.</summary>
    public const string FileName = "events.yaml";

    private const int MostRemembered = 10_000;
    private const int LongestRemembered = 200;

    private readonly FrozenDictionary<string, EventMeaning> _meanings;
    private readonly ConcurrentDictionary<string, EventMeaning> _remembered = new(StringComparer.Ordinal);
    private int _count;

    private EventNames(EventFile builtIn, EventFile? own)
    {
        var meanings = new Dictionary<string, EventMeaning>(StringComparer.Ordinal);
        foreach ((string name, EventMeaning meaning) in SpecEvents.All.Select(pair => (pair.Key, pair.Value)).Concat(builtIn.Names).Concat(own?.Names ?? []))
        {
            meanings[Plain(name)] = meaning;
        }

        _meanings = meanings.ToFrozenDictionary(StringComparer.Ordinal);
        ProductIsSku = own?.ProductIsSku ?? false;
    }

    /// <summary>The names that every workspace knows.</summary>
    public static EventNames BuiltIn { get; } = new(EventFile.BuiltIn, null);

    /// <summary>Whether products are known by their SKU where an event gives both.</summary>
    internal bool ProductIsSku { get; }

    /// <summary>The names of a workspace: the built-in ones with what its file adds or changes.</summary>
    /// <param name="folder">The workspace's folder; null for none.</param>
    /// <exception cref="WorkspaceException">The file has errors.</exception>
    public static EventNames InFolder(string? folder)
    {
        string path = Path.Combine(folder ?? string.Empty, FileName);
        if (folder is null || !File.Exists(path))
        {
            return BuiltIn;
        }

        (EventFile? file, ImmutableArray<ExpressionError> errors) = EventFile.Read(File.ReadAllText(path));
        return new EventNames(EventFile.BuiltIn, file ?? throw new WorkspaceException(new WorkspaceRefusal.EventsInvalid(path, errors[0])));
    }

    /// <summary>The names with those of a file's text; null with errors when it cannot be used.</summary>
    internal static (EventNames? Names, ImmutableArray<ExpressionError> Errors) Read(string text)
    {
        (EventFile? file, ImmutableArray<ExpressionError> errors) = EventFile.Read(text);
        return (file is null ? null : new EventNames(EventFile.BuiltIn, file), errors);
    }

    /// <summary>What a name means: a custom fact of that name when nothing else is known of it.</summary>
    internal EventMeaning Of(string name)
    {
        if (_remembered.TryGetValue(name, out EventMeaning? meaning))
        {
            return meaning;
        }

        meaning = _meanings.GetValueOrDefault(Plain(name)) ?? Own(KindName.Of(name));
        if (name.Length <= LongestRemembered && Interlocked.Increment(ref _count) <= MostRemembered)
        {
            _remembered.TryAdd(name, meaning);
        }

        return meaning;
    }

    // A company's own name must never read as a typed kind that its event does not describe.
    private static EventMeaning Own(string kind) => SpecEvents.All.TryGetValue(kind, out EventMeaning? known) ? known : EventMeaning.Custom(kind);

    private static string Plain(string name) => FieldName.Of(name).Replace("_", string.Empty, StringComparison.Ordinal);
}
