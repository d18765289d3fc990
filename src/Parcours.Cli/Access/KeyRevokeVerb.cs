using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Engine.Access;

namespace Parcours.Cli.Access;

/// <summary><c>parcours key revoke</c>: a key opens nothing from now on.</summary>
internal sealed class KeyRevokeVerb : Verb
{
    private readonly Argument<int> _id;

    public KeyRevokeVerb(Language language)
        : base("revoke", language, new("Revokes a key: it opens nothing from now on.", "Révoque une clé : elle n'ouvre plus rien."), "parcours key revoke 3") =>
        _id = AddArgument<int>("ID", new("The number of the key", "Le numéro de la clé"));

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        int id = run.Parsed.GetValue(_id);
        using RunningServer? server = RunningServer.Of(run);
        KeyLine key = server is null
            ? WorkspaceKeys.Use(run, changes: true, keys => KeyLine.Of(keys.Revoke(id, Caller.LocalOwner.Known)))
            : KeyLine.Of(server.Delete($"/api/keys/{id}"));
        if (run.Json)
        {
            run.WriteJson(key.Write);
        }
        else
        {
            run.Terminal.Out.WriteLine(run.Language.Say($"Key {key.Id} is revoked.", $"La clé {key.Id} est révoquée."));
        }

        return ExitCode.Done;
    }
}
