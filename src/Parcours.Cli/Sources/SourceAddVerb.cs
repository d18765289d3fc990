using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Engine.Sources;
using Parcours.Server.Sources;

namespace Parcours.Cli.Sources;

/// <summary><c>parcours source add</c>: a tool whose webhooks are taken, or that is asked for its orders and customers.</summary>
internal sealed class SourceAddVerb : Verb
{
    private readonly Argument<string> _kind;
    private readonly Option<string> _name;
    private readonly Option<string[]> _secrets;
    private readonly Option<string?> _address;
    private readonly Option<string?> _token;
    private readonly Option<int> _every;
    private readonly Option<string?> _since;
    private readonly Option<bool> _ownNumbers;
    private readonly Option<string?> _orderMember;
    private readonly Option<string?> _mapping;

    public SourceAddVerb(Language language)
        : base("add", language, new(
            "Adds a source: its signed webhooks are taken, or it is asked for its orders and customers, or both.",
            "Ajoute une source : ses webhooks signés sont reçus, ou elle est interrogée sur ses commandes et clients, ou les deux."),
            "parcours source add shopify --name paris --secret file:secret.txt --address paris.myshopify.com --token file:token.txt",
            "parcours source add generic --name forms --secret env:FORMS_SECRET --mapping forms.yaml")
    {
        string kinds = string.Join(", ", SourceKinds.Names);
        _kind = AddArgument<string>("KIND", new($"Which tool: {kinds}", $"Quel outil : {kinds}"));
        _name = AddOption<string>("--name", language.Say("NAME", "NOM"), new("Its name in addresses: small letters, digits and hyphens", "Son nom dans les adresses : lettres minuscules, chiffres et tirets"));
        _name.Required = true;
        _secrets = AddOption<string[]>("--secret", "TEXT|file:PATH|env:NAME", new(
            "The secret that signs its webhooks; several while one takes the place of another", "Le secret qui signe ses webhooks ; plusieurs le temps d'en changer"));
        _address = AddOption<string?>("--address", "URL", new("Where it is asked, as https://shop.example.com", "Où l'interroger, comme https://shop.example.com"));
        _token = AddOption<string?>("--token", "TEXT|file:PATH|env:NAME", new(
            "What it is asked with: Shopify's access token, WooCommerce's ck_…:cs_…, PrestaShop's web service key",
            "Avec quoi l'interroger : jeton d'accès Shopify, ck_…:cs_… de WooCommerce, clé du webservice PrestaShop"));
        _every = AddOption<int>("--every", "MINUTES", new("How often it is asked, 1 to 1440; 5 when not given", "Tous les combien l'interroger, 1 à 1440 ; 5 par défaut"));
        _every.DefaultValueFactory = _ => 5;
        _since = AddOption<string?>("--since", "DATE", new("The first date of changes that are asked for; all when not given", "La première date des changements demandés ; tous par défaut"));
        _ownNumbers = AddOption<bool>("--customer-numbers", null, new("Its customer numbers are the company's own", "Ses numéros de client sont ceux de l'entreprise"));
        _orderMember = AddOption<string?>("--order", language.Say("FIELD", "CHAMP"), new(
            "The field of an order that is its number, as id; name for Shopify, number for WooCommerce and reference for PrestaShop when not given",
            "Le champ d'une commande qui est son numéro, comme id ; par défaut name pour Shopify, number pour WooCommerce, reference pour PrestaShop"));
        _mapping = AddOption<string?>("--mapping", language.Say("FILE", "FICHIER"), new("What the JSON of a generic source means, in YAML", "Ce que signifie le JSON d'une source generic, en YAML"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        string? since = run.Parsed.GetValue(_since);
        DateOnly first = default;
        if (since is not null && !DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
        {
            throw new RefusedException(new Refusal("wrong_usage", new($"\"{since}\" is no date for --since: write 2026-03-01.", $"« {since} » n'est pas une date pour --since : écrivez 2026-03-01.")), ExitCode.WrongUsage);
        }

        var request = new SourceRequest(run.Parsed.GetValue(_kind)!, run.Parsed.GetValue(_name)!)
        {
            Secrets = [.. (run.Parsed.GetValue(_secrets) ?? []).Select(typed => SecretText.Read(run, typed))],
            Address = run.Parsed.GetValue(_address),
            Token = run.Parsed.GetValue(_token) is { } token ? SecretText.Read(run, token) : null,
            EveryMinutes = run.Parsed.GetValue(_every),
            Since = since is null ? null : first,
            OwnsCustomerNumbers = run.Parsed.GetValue(_ownNumbers),
            OrderMember = run.Parsed.GetValue(_orderMember),
            Mapping = run.Parsed.GetValue(_mapping) is { } mapping ? SecretText.ReadFile(mapping) : null,
        };
        using RunningServer? server = RunningServer.Of(run);
        SourceLine source = server is null
            ? WorkspaceSources.Change(run, "source.added", book => SourceLine.Of(book.Add(request)))
            : SourceLine.Of(server.Post("/api/sources", json => Ask(json, request)));
        if (run.Json)
        {
            run.WriteJson(source.Write);
            return ExitCode.Done;
        }

        run.Terminal.Out.WriteLine(source.HookPath is { } path
            ? run.Language.Say($"Source {source.Name} is added. Its webhooks go to {path} below the address of the server.", $"La source {source.Name} est ajoutée. Ses webhooks vont à {path} sous l'adresse du serveur.")
            : run.Language.Say($"Source {source.Name} is added.", $"La source {source.Name} est ajoutée."));
        return ExitCode.Done;
    }

    private static void Ask(Utf8JsonWriter json, SourceRequest request)
    {
        json.WriteString("kind", request.Kind);
        json.WriteString("name", request.Name);
        json.WriteTexts("secrets", request.Secrets);
        json.WriteString("address", request.Address);
        json.WriteString("token", request.Token);
        json.WriteNumber("everyMinutes", request.EveryMinutes);
        json.WriteString("since", request.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteBoolean("ownsCustomerNumbers", request.OwnsCustomerNumbers);
        json.WriteString("orderMember", request.OrderMember);
        json.WriteString("mapping", request.Mapping);
    }
}
