using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Definitions;
using Parcours.Engine.Properties;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Lifecycles;

/// <summary>
/// The lifecycles of a workspace: the company's own files (<c>lifecycles/*.yaml</c> in the workspace folder), then those the product carries;
/// with the thresholds the company adopted.
/// </summary>
public sealed class LifecycleLibrary
{
    private static readonly ConditionalWeakTable<HistoryBase, ConcurrentDictionary<(int Category, SubjectType Type), RhythmHistory>> Rhythms = [];

    private readonly string? _folder;
    private readonly Lazy<FactProperties> _properties;
    private readonly Func<string, string?> _documents;
    private readonly ScoreTables _scores;
    private readonly Dictionary<string, LifecycleDefinition?> _found = new(StringComparer.Ordinal);

    /// <summary>The library of a workspace.</summary>
    /// <param name="workspaceFolder">The workspace's folder; null for the built-in definitions alone.</param>
    /// <param name="documents">Reads a text the workspace keeps under a name (adopted thresholds).</param>
    public LifecycleLibrary(string? workspaceFolder, Func<string, string?> documents)
    {
        _folder = workspaceFolder is null ? null : Path.Combine(workspaceFolder, "lifecycles");
        _properties = new(() => PropertyFile.InFolder(workspaceFolder));
        _documents = documents;
        _scores = new ScoreTables(workspaceFolder);
    }

    /// <summary>The product's own lifecycles alone.</summary>
    public static LifecycleLibrary BuiltIn() => new(null, _ => null);

    /// <summary>Every id, in ordinal order.</summary>
    public IReadOnlyList<string> Ids => [.. BuiltInLifecycles.Ids.Concat(OwnFiles().Select(Path.GetFileNameWithoutExtension).OfType<string>()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What the workspace declares of its facts' payloads.</summary>
    internal FactProperties Properties => _properties.Value;

    /// <summary>The churn scores of the workspace.</summary>
    internal IScores Scores => _scores;

    /// <summary>A definition with its adopted thresholds; null for an unknown id.</summary>
    /// <exception cref="DefinitionException">The company's own file of that id has errors.</exception>
    public LifecycleDefinition? Find(string id)
    {
        if (!_found.TryGetValue(id, out LifecycleDefinition? definition))
        {
            definition = AsWritten(id);
            _found[id] = definition = definition is null ? null : WithAdopted(definition);
        }

        return definition;
    }

    /// <summary>A definition as its file says, without what was adopted; null for an unknown id.</summary>
    /// <exception cref="DefinitionException">The company's own file of that id has errors.</exception>
    public LifecycleDefinition? AsWritten(string id)
    {
        string? own = OwnFiles().FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id);
        if (own is null)
        {
            return BuiltInLifecycles.Find(id);
        }

        (LifecycleDefinition? definition, ImmutableArray<ExpressionError> errors) = Check(File.ReadAllText(own));
        return definition ?? throw new DefinitionException(own, errors);
    }

    /// <summary>A definition with the thresholds that were adopted for its id.</summary>
    public LifecycleDefinition WithAdopted(LifecycleDefinition definition) => AdoptedThresholds.Apply(definition, _documents(AdoptedThresholds.DocumentOf(definition.Id)));

    /// <summary>Reads and checks the text of a definition, with the properties that the workspace declares.</summary>
    /// <returns>The definition, or null and what is wrong with it.</returns>
    /// <exception cref="WorkspaceException">The workspace's properties.yaml has errors.</exception>
    /// <exception cref="DefinitionException">A rule reads the score of a churn definition whose own file has errors.</exception>
    public (LifecycleDefinition? Definition, ImmutableArray<ExpressionError> Errors) Check(string text)
    {
        // A rule may read the stage of a built-in lifecycle; reading another own file could run in a circle.
        return LifecycleFile.Read(text, BuiltInLifecycles.Find, _properties.Value, _scores);
    }

    /// <summary>A definition on a base. The base's rhythm is computed once, whatever the number of analyses.</summary>
    public LifecycleAnalysis Analyse(LifecycleDefinition definition, HistoryBase histories) =>
        new(definition, histories, category => RhythmOf(histories, category, definition.Subject), other => Find(other), _scores);

    /// <summary>A definition on a later state of a base: months of which nothing changed are taken from before.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="histories">The base.</param>
    /// <param name="earlier">The same definition as it was resolved; null for never.</param>
    /// <param name="changedFrom">The earliest instant that something changed at since.</param>
    internal LifecycleAnalysis Analyse(LifecycleDefinition definition, HistoryBase histories, LifecycleAnalysis? earlier, Instant changedFrom) =>
        new(definition, histories, category => RhythmOf(histories, category, definition.Subject), other => Find(other), _scores, earlier, changedFrom);

    /// <summary>A definition as it was resolved before, on any state of the same base: nothing is scanned. Null when it asks for more, as a churn score.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="histories">The base.</param>
    /// <param name="resolution">What was resolved of it.</param>
    /// <param name="others">Other lifecycles as they were resolved, by id.</param>
    internal LifecycleAnalysis? Restore(LifecycleDefinition definition, HistoryBase histories, LifecycleResolution resolution, Func<string, LifecycleAnalysis?> others)
    {
        var scores = new AskedScores(_scores.Ids);
        if (LifecycleAnalysis.Of(definition, histories, resolution, others, scores) is not { } analysis)
        {
            return null;
        }

        _ = new StageReader(analysis);
        return scores.WereAsked ? null : analysis;
    }

    /// <summary>The rhythm of a base, month by month, of those of a type (or of the other where none of them orders); computed once per base.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="category">A category's term; 0 for all orders.</param>
    /// <param name="type">Whose.</param>
    public static RhythmHistory RhythmOf(HistoryBase histories, int category = 0, SubjectType type = SubjectType.Customer) => Rhythms.GetValue(histories, _ => [])
        .GetOrAdd((category, type), key => RhythmHistory.Compute(OrderHolders.Of(histories, key.Type), Instant.Never, key.Category));

    private string[] OwnFiles() =>
        _folder is not null && Directory.Exists(_folder) ? [.. Directory.GetFiles(_folder, "*.yaml").Order(StringComparer.Ordinal)] : [];

    /// <summary>Takes note that a rule reads a score.</summary>
    private sealed class AskedScores(IReadOnlyList<string> ids) : IScores
    {
        public bool WereAsked { get; private set; }

        public IReadOnlyList<string> Ids => ids;

        public MonthlyScores? Of(string id, HistoryBase histories)
        {
            WereAsked = true;
            return MonthlyScores.Empty;
        }
    }
}
