using Parcours.Cli.Frame;
using Parcours.Domain.Time;

namespace Parcours.Cli.Access;

/// <summary><c>parcours key list</c>: the keys ever made, never themselves. It reads the workspace, also beside its server.</summary>
internal sealed class KeyListVerb(Language language) : Verb(
    "list", language, new("The keys ever made", "Les clés créées jusqu'ici"), "parcours key list")
{
    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        IReadOnlyList<KeyLine> keys = WorkspaceKeys.Use(run, changes: false, keys => keys.List().Select(KeyLine.Of).ToList());
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteObjects("keys", keys, key => key.Write(json));
            });
            return ExitCode.Done;
        }

        var sheet = new Sheet(string.Empty, "Id", "<" + run.Language.Say("Kind", "Type"), "<" + run.Language.Say("Name", "Nom"), "<" + run.Language.Say("Made", "Créée"),
            "<" + run.Language.Say("State", "État"), "<" + run.Language.Say("Scopes", "Droits"));
        foreach (KeyLine key in keys)
        {
            sheet.Row(run.Language.Count(key.Id), key.Kind, key.Name, run.Language.Date(key.Created, Calendar.Utc), State(run, key), string.Join(' ', key.Scopes));
        }

        sheet.Write(run.Terminal);
        return ExitCode.Done;
    }

    private static string State(VerbRun run, KeyLine key) =>
        key.Revoked is { } revoked ? run.Language.Say("revoked ", "révoquée ") + run.Language.Date(revoked, Calendar.Utc)
        : key.Expires is { } expires ? run.Language.Say(expires <= run.Now ? "expired " : "until ", expires <= run.Now ? "expirée " : "jusqu'au ") + run.Language.Date(expires, Calendar.Utc)
        : key.Browser ? run.Language.Say("public", "publique")
        : run.Language.Say("good", "valable");
}
