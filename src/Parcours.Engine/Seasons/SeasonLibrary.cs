using System.Collections.Immutable;
using System.Reflection;
using Parcours.Domain.Expressions;
using Parcours.Domain.Seasons;
using Parcours.Engine.Definitions;

namespace Parcours.Engine.Seasons;

/// <summary>
/// The calendars of special days of a workspace: the company's own files (<c>calendars/*.yaml</c> in the workspace folder), then those the product carries. A file of the company's
/// replaces the product's calendar of the same name, and adds one otherwise.
/// </summary>
public sealed class SeasonLibrary
{
    private const string Prefix = "Parcours.Engine.Calendars.";
    private const string Suffix = ".yaml";

    private static readonly Lazy<SeasonCalendar> BuiltInFrance = new(() => Sound("fr", TextOf("fr")!));

    private readonly string? _folder;

    /// <summary>The library of a workspace.</summary>
    /// <param name="workspaceFolder">The workspace's folder; null for the built-in calendars alone.</param>
    public SeasonLibrary(string? workspaceFolder) => _folder = workspaceFolder is null ? null : Path.Combine(workspaceFolder, "calendars");

    /// <summary>The product's own calendar of France.</summary>
    public static SeasonCalendar France => BuiltInFrance.Value;

    /// <summary>Every id, in ordinal order.</summary>
    public IReadOnlyList<string> Ids => [.. BuiltIn().Concat(OwnFiles().Select(Path.GetFileNameWithoutExtension).OfType<string>()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All calendars, in the order of <see cref="Ids"/>.</summary>
    /// <exception cref="DefinitionException">A file of the company's has errors.</exception>
    public ImmutableArray<SeasonCalendar> All => [.. Ids.Select(id => Find(id)!)];

    /// <summary>A calendar; null for an unknown id.</summary>
    /// <exception cref="DefinitionException">The company's own file has errors.</exception>
    public SeasonCalendar? Find(string id)
    {
        string? own = OwnFiles().FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id);
        string? text = own is not null ? File.ReadAllText(own) : TextOf(id);
        return text is null ? null : Sound(own ?? id, text);
    }

    private static SeasonCalendar Sound(string file, string text)
    {
        (SeasonCalendar? calendar, ImmutableArray<ExpressionError> errors) = SeasonFile.Read(text);
        return calendar ?? throw new DefinitionException(file, errors);
    }

    private static IEnumerable<string> BuiltIn() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..^Suffix.Length]);

    private static string? TextOf(string id)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{id}{Suffix}");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    private string[] OwnFiles() =>
        _folder is not null && Directory.Exists(_folder) ? [.. Directory.GetFiles(_folder, "*" + Suffix).Order(StringComparer.Ordinal)] : [];
}
