using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Parcours.Engine.Access;

/// <summary>The names of scopes, as people type them and answers show them: <c>customers:read</c>.</summary>
public static partial class Scopes
{
    /// <summary>All names, in the order of the enumeration.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<Scope>().Select(NameOf)];

    /// <summary>The name of a scope.</summary>
    public static string NameOf(Scope scope) => Words().Replace(scope.ToString(), ":").TrimStart(':').ToLowerInvariant();

    /// <summary>The scope of a name; false for a name that is none.</summary>
    public static bool TryParse(string name, out Scope scope)
    {
        int index = Names.IndexOf(name);
        scope = (Scope)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>The names in texts that may each hold several, with commas between.</summary>
    public static ImmutableArray<string> Listed(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    [GeneratedRegex("(?=[A-Z])")]
    private static partial Regex Words();
}
