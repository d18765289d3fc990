using System.Collections.Immutable;
using System.Reflection;
using Parcours.Domain.Expressions;
using Parcours.Engine.Definitions;

namespace Parcours.Engine.Churn;

/// <summary>
/// The definitions of one capability (churn, win-back, prospects): the company's own files (<c>churn/*.yaml</c> in the workspace folder), then those the product carries.
/// </summary>
public sealed class ChurnLibrary
{
    /// <summary>The definition used where none is named: no order within the horizon.</summary>
    public const string Usual = "stopped-buying";

    private readonly string _prefix;
    private readonly string? _folder;

    /// <summary>The library of a workspace.</summary>
    /// <param name="workspaceFolder">The workspace's folder; null for the built-in definitions alone.</param>
    /// <param name="capability">"churn", "winback" or "prospects".</param>
    public ChurnLibrary(string? workspaceFolder, string capability = "churn")
    {
        _prefix = $"Parcours.Engine.Outcomes.{capability}.";
        _folder = workspaceFolder is null ? null : Path.Combine(workspaceFolder, capability);
    }

    /// <summary>Every id, in ordinal order.</summary>
    public IReadOnlyList<string> Ids => [.. BuiltIn().Concat(OwnFiles().Select(Path.GetFileNameWithoutExtension).OfType<string>()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A definition; null for an unknown id.</summary>
    /// <param name="idOrFile">An id, or the path of a YAML file.</param>
    /// <exception cref="DefinitionException">The company's own file has errors.</exception>
    public ChurnDefinition? Find(string idOrFile)
    {
        string? own = idOrFile.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) && File.Exists(idOrFile)
            ? idOrFile
            : OwnFiles().FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == idOrFile);
        string? text = own is not null ? File.ReadAllText(own) : TextOf(idOrFile);
        if (text is null)
        {
            return null;
        }

        (ChurnDefinition? definition, ImmutableArray<ExpressionError> errors) = ChurnFile.Read(text);
        return definition ?? throw new DefinitionException(own ?? idOrFile, errors);
    }

    private IEnumerable<string> BuiltIn() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(_prefix, StringComparison.Ordinal))
        .Select(name => name[_prefix.Length..^".yaml".Length]);

    private string? TextOf(string id)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{_prefix}{id}.yaml");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    private string[] OwnFiles() =>
        _folder is not null && Directory.Exists(_folder) ? [.. Directory.GetFiles(_folder, "*.yaml").Order(StringComparer.Ordinal)] : [];
}
