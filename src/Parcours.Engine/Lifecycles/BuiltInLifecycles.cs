using System.Collections.Frozen;
using System.Reflection;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Lifecycles;

/// <summary>The lifecycles the product carries, read from the definition files inside it.</summary>
public static class BuiltInLifecycles
{
    private const string Prefix = "Parcours.Engine.Definitions.";
    private static readonly Lazy<FrozenDictionary<string, string>> Texts = new(ReadTexts);

    /// <summary>Their ids, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Resources().Select(IdOf).Order(StringComparer.Ordinal)];

    /// <summary>The text of a definition file; null for an unknown id.</summary>
    public static string? TextOf(string id) => Texts.Value.GetValueOrDefault(id);

    /// <summary>A definition; null for an unknown id.</summary>
    /// <exception cref="InvalidOperationException">A definition of ours has an error: a bug.</exception>
    public static LifecycleDefinition? Find(string id)
    {
        if (TextOf(id) is not { } text)
        {
            return null;
        }

        (LifecycleDefinition? definition, var errors) = LifecycleFile.Read(text, other => other == id ? null : Find(other));
        return definition ?? throw new InvalidOperationException($"The built-in lifecycle {id} has an error: {errors[0]}");
    }

    private static IEnumerable<string> Resources() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal));

    private static string IdOf(string resource) => resource[Prefix.Length..^".yaml".Length];

    private static FrozenDictionary<string, string> ReadTexts() => Resources().ToFrozenDictionary(IdOf, resource =>
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    });
}
