using Parcours.Cli.Frame;
using Parcours.Domain.Expressions;
using Parcours.Engine.Churn;
using Parcours.Engine.Definitions;

namespace Parcours.Cli.Churn;

/// <summary>The churn definition a verb names; refused with the nearest id when there is none.</summary>
internal static class ChurnChoice
{
    /// <summary>The definition of an id or of a file.</summary>
    /// <param name="run">The verb's run.</param>
    /// <param name="id">The id, or a .yaml file.</param>
    /// <param name="capability">"churn", "winback" or "prospects".</param>
    /// <exception cref="RefusedException">Unknown, or the company's own file has errors.</exception>
    public static ChurnDefinition Find(VerbRun run, string id, string capability = "churn")
    {
        var library = new ChurnLibrary(run.WorkspaceFolder, capability);
        try
        {
            return library.Find(id) ?? throw Unknown(library, id);
        }
        catch (DefinitionException e)
        {
            throw new RefusedException(new Refusal("definition_invalid", new($"{e.Message} Mend the file and try again.", $"{e.Message} Corrigez le fichier, puis recommencez.")));
        }
    }

    private static RefusedException Unknown(ChurnLibrary library, string id)
    {
        string? near = Spelling.Nearest(id, library.Ids);
        string ids = string.Join(", ", library.Ids);
        return new RefusedException(new Refusal("unknown_churn_definition", new(
            $"There is no churn definition \"{id}\"{(near is null ? string.Empty : $": did you mean \"{near}\"?")} There are: {ids}; or name a .yaml file.",
            $"Il n'y a pas de définition d'attrition « {id} »{(near is null ? string.Empty : $" : vouliez-vous dire « {near} » ?")} Il y a : {ids} ; ou nommez un fichier .yaml.")));
    }
}
