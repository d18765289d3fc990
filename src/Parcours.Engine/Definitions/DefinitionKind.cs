using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Churn;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Properties;
using Parcours.Engine.Seasons;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Definitions;

/// <summary>A kind of definition that a company may change: where its files lie, which of them the product carries, and how one is checked.</summary>
public sealed class DefinitionKind
{
    private readonly string _resources;
    private readonly Func<string, string, DefinitionCheck> _check;

    private DefinitionKind(string folder, string resources, LocalText name, Func<string, string, DefinitionCheck> check)
    {
        Folder = folder;
        _resources = resources;
        Name = name;
        _check = check;
    }

    /// <summary>Lifecycles.</summary>
    public static DefinitionKind Lifecycle { get; } = new("lifecycles", "Parcours.Engine.Definitions.", new("Lifecycles", "Cycles de vie"), (folder, text) =>
    {
        (LifecycleDefinition? definition, ImmutableArray<ExpressionError> errors) = new LifecycleLibrary(folder, _ => null).Check(text);
        return new(definition?.Id, definition?.Name, errors);
    });

    /// <summary>Ways of leaving.</summary>
    public static DefinitionKind Churn { get; } = new("churn", "Parcours.Engine.Outcomes.churn.", new("Churn", "Attrition"), CheckOutcome);

    /// <summary>Ways of coming back.</summary>
    public static DefinitionKind WinBack { get; } = new("winback", "Parcours.Engine.Outcomes.winback.", new("Win-back", "Réactivation"), CheckOutcome);

    /// <summary>Ways of becoming a customer.</summary>
    public static DefinitionKind Prospect { get; } = new("prospects", "Parcours.Engine.Outcomes.prospects.", new("Prospects", "Prospects"), CheckOutcome);

    /// <summary>Calendars of special days.</summary>
    public static DefinitionKind Calendar { get; } = new("calendars", "Parcours.Engine.Calendars.", new("Calendars", "Calendriers"), (_, text) =>
    {
        (Domain.Seasons.SeasonCalendar? calendar, ImmutableArray<ExpressionError> errors) = SeasonFile.Read(text);
        return new(calendar?.Id, calendar?.Name, errors);
    });

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<DefinitionKind> All { get; } = [Lifecycle, Churn, WinBack, Prospect, Calendar];

    /// <summary>Where its files lie in the workspace's folder, and what addresses call it: "lifecycles".</summary>
    public string Folder { get; }

    /// <summary>What it is called.</summary>
    public LocalText Name { get; }

    /// <summary>A kind by what addresses call it; null for none.</summary>
    public static DefinitionKind? Find(string folder) => All.FirstOrDefault(kind => kind.Folder == folder);

    /// <summary>The ids of those the product carries.</summary>
    internal IEnumerable<string> BuiltInIds => typeof(DefinitionKind).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(_resources, StringComparison.Ordinal)).Select(name => name[_resources.Length..^".yaml".Length]);

    /// <summary>The text of one the product carries; null for none.</summary>
    internal string? BuiltInText(string id)
    {
        using Stream? stream = typeof(DefinitionKind).Assembly.GetManifestResourceStream($"{_resources}{id}.yaml");
        using StreamReader? reader = stream is null ? null : new(stream);
        return reader?.ReadToEnd();
    }

    /// <summary>What is wrong with a text, and the id it defines.</summary>
    internal DefinitionCheck Check(string workspaceFolder, string text)
    {
        try
        {
            return _check(workspaceFolder, text);
        }
        catch (Exception fault) when (fault is DefinitionException or WorkspaceException)
        {
            // Another file that this one reads: it has to be mended first.
            return new(null, null, [new(1, 1, fault.Message.TrimEnd('.'), string.Empty, null)]);
        }
    }

    private static DefinitionCheck CheckOutcome(string folder, string text)
    {
        (ChurnDefinition? definition, ImmutableArray<ExpressionError> errors) = ChurnFile.Read(text, PropertyFile.InFolder(folder));
        return new(definition?.Id, definition?.Name, errors);
    }
}
