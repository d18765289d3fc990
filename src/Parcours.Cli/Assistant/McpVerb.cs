using System.CommandLine;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Assistant;

/// <summary><c>parcours mcp</c>: answers an assistant over the standard input and output (Model Context Protocol).</summary>
internal sealed class McpVerb : Verb
{
    private const string KeyVariable = "PARCOURS_KEY";

    private readonly Option<string?> _url;
    private readonly Option<string?> _key;

    public McpVerb(Language language)
        : base("mcp", language, new(
            "Answers an assistant over standard input and output (MCP), from a workspace or a running server; it only looks.",
            "Répond à un assistant par l'entrée et la sortie standard (MCP), depuis un espace ou un serveur ; en lecture seule."),
            "parcours mcp --workspace /var/lib/parcours",
            "parcours mcp --url https://parcours.example.com")
    {
        _url = AddOption<string?>("--url", "URL", new("A running server to ask instead of a workspace", "Un serveur à interroger au lieu d'un espace"));
        _key = AddOption<string?>("--key", language.Say("KEY", "CLÉ"), new(
            $"A server key with customers:read and analyses:read; better in {KeyVariable}, where other processes do not see it",
            $"Une clé de serveur avec customers:read et analyses:read ; plutôt dans {KeyVariable}, que les autres processus ne voient pas"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        using IAssistantAnswers answers = Answers(run);
        return McpSession.Run(answers, run.Cancellation);
    }

    private IAssistantAnswers Answers(VerbRun run)
    {
        if (run.Parsed.GetValue(_url) is not { } url)
        {
            return new WorkspaceAnswers(run.OpenToRead, run.WorkspaceFolder, run.Time, run.Language.Code);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw new RefusedException(new Refusal("wrong_usage", new($"\"{url}\" is not an http or https address.", $"« {url} » n'est pas une adresse http ou https.")), ExitCode.WrongUsage);
        }

        string key = run.Parsed.GetValue(_key) ?? run.Environment(KeyVariable) ?? throw new RefusedException(
            new Refusal("key_missing", new(
                $"A server is asked with a key: put it in {KeyVariable} (parcours key create --kind server --scope customers:read --scope analyses:read).",
                $"Un serveur s'interroge avec une clé : mettez-la dans {KeyVariable} (parcours key create --kind server --scope customers:read --scope analyses:read).")),
            ExitCode.WrongUsage);
        return new ServerAnswers(address, key, run.Language.Code);
    }
}
