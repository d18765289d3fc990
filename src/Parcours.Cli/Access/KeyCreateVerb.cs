using System.CommandLine;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Domain.Time;
using Parcours.Engine.Access;

namespace Parcours.Cli.Access;

/// <summary><c>parcours key create</c>: makes a key and shows it, once.</summary>
internal sealed class KeyCreateVerb : Verb
{
    private readonly Option<string> _kind;
    private readonly Option<string[]> _scopes;
    private readonly Option<Moment?> _expires;
    private readonly Option<string?> _name;

    public KeyCreateVerb(Language language)
        : base("create", language, new("Makes a key and shows it, once.", "Crée une clé et la montre, une fois."),
            "parcours key create --kind write --name website",
            "parcours key create --kind server --scope exports:read,analyses:read --expires 2027-01-01 --json")
    {
        _kind = AddOption<string>("--kind", "write|server", new(
            "write: only sends facts, may lie in a web page; server: does what its scopes say",
            "write : ne fait qu'envoyer des événements, peut figurer dans une page ; server : fait ce que disent ses droits"));
        _kind.AcceptOnlyFromAmong("write", "server");
        _kind.Required = true;
        _scopes = AddOption<string[]>("--scope", language.Say("SCOPE,SCOPE", "DROIT,DROIT"), new(
            $"What a server key may do, with commas between, or repeated: {string.Join(", ", Scopes.Names)}",
            $"Ce que peut faire une clé de serveur, séparé par des virgules ou répété : {string.Join(", ", Scopes.Names)}"));
        _expires = AddMoment("--expires", new("When it stops working: a day counts to its end; never when not given", "Quand elle cesse de servir : un jour compte jusqu'à sa fin ; jamais par défaut"));
        _name = AddOption<string?>("--name", language.Say("NAME", "NOM"), new("What to call it", "Comment l'appeler"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        bool write = run.Parsed.GetValue(_kind) == "write";
        string name = run.Parsed.GetValue(_name) ?? string.Empty;
        string[] scopes = [.. Scopes.Listed(run.Parsed.GetValue(_scopes) ?? [])];
        Instant expires = run.Parsed.GetValue(_expires)?.On(Calendar.Utc) ?? Instant.Never;
        using RunningServer? server = RunningServer.Of(run);
        (string text, KeyLine key) = server is null
            ? WorkspaceKeys.Use(run, changes: true, keys => Made(keys.Create(new KeyRequest(write ? KeyKind.Write : KeyKind.Server, name, scopes, expires), Caller.LocalOwner.Known)))
            : Made(server.Post("/api/keys", json => Ask(json, write, name, scopes, expires)));
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("key", text);
                key.Write(json);
            });
        }
        else
        {
            run.Terminal.Out.WriteLine(text);
            run.Terminal.Error.WriteLine(run.Language.Say($"Key {key.Id}. Keep it now: it is not shown again.", $"Clé {key.Id}. Gardez-la maintenant : elle ne sera plus montrée."));
        }

        return ExitCode.Done;
    }

    private static (string Text, KeyLine Key) Made(NewKey made) => (made.Text, KeyLine.Of(made.Key));

    private static (string Text, KeyLine Key) Made(JsonElement answer) => (answer.GetProperty("key").GetString()!, KeyLine.Of(answer));

    private static void Ask(Utf8JsonWriter json, bool write, string name, string[] scopes, Instant expires)
    {
        json.WriteString("kind", write ? "write" : "server");
        json.WriteString("name", name);
        json.WriteTexts("scopes", scopes);
        if (expires != Instant.Never)
        {
            json.WriteString("expires", expires.ToString());
        }
    }
}
