using System.Collections.Immutable;
using Parcours.Cli.Frame;
using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Definitions;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Lifecycles;

/// <summary>The lifecycle a verb names, found in the workspace's library; refused with the nearest id when there is none.</summary>
internal static class LifecycleChoice
{
    /// <summary>The library of the run's workspace.</summary>
    public static LifecycleLibrary Library(VerbRun run, IWorkspaceStore store) => new(run.WorkspaceFolder, store.Document);

    /// <summary>The definition of an id.</summary>
    /// <exception cref="RefusedException">Unknown, or the company's own file has errors.</exception>
    public static LifecycleDefinition Find(LifecycleLibrary library, string id, bool asWritten = false)
    {
        return Checked(() => (asWritten ? library.AsWritten(id) : library.Find(id)) ?? throw Unknown(library, id));
    }

    /// <summary>The inactivity threshold of the CRM stages.</summary>
    /// <exception cref="RefusedException">The company's own file has errors.</exception>
    public static ThresholdRule InactiveAfter(VerbRun run) => Checked(() => Engine.Rhythm.InactiveAfter.Of(new LifecycleLibrary(run.WorkspaceFolder, _ => null)));

    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DefinitionException e)
        {
            throw new RefusedException(new Refusal("definition_invalid", new(
                $"{e.Message} Mend the file, and check it with: parcours lifecycle check {e.File}",
                $"{e.Message} Corrigez le fichier, puis vérifiez-le : parcours lifecycle check {e.File}")));
        }
    }

    /// <summary>Reads and checks the text of a definition.</summary>
    /// <exception cref="RefusedException">A rule reads the score of a churn definition whose own file has errors.</exception>
    public static (LifecycleDefinition? Definition, ImmutableArray<ExpressionError> Errors) Check(LifecycleLibrary library, string text)
    {
        try
        {
            return library.Check(text);
        }
        catch (DefinitionException e)
        {
            throw new RefusedException(new Refusal("definition_invalid", new($"{e.Message} Mend the file and try again.", $"{e.Message} Corrigez le fichier, puis recommencez.")));
        }
    }

    private static RefusedException Unknown(LifecycleLibrary library, string id)
    {
        string? near = Spelling.Nearest(id, library.Ids);
        string ids = string.Join(", ", library.Ids);
        return new RefusedException(new Refusal("unknown_lifecycle", new(
            $"There is no lifecycle \"{id}\"{(near is null ? string.Empty : $": did you mean \"{near}\"?")} There are: {ids}.",
            $"Il n'y a pas de cycle de vie « {id} »{(near is null ? string.Empty : $" : vouliez-vous dire « {near} » ?")} Il y a : {ids}.")));
    }
}
