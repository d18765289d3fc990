using System.CommandLine;
using System.Net;
using Parcours.Cli.Frame;
using Parcours.Engine.Live;
using Parcours.Server.Ingestion;

namespace Parcours.Cli.Serving;

/// <summary><c>parcours serve</c>: holds the workspace and answers over HTTP until it is told to stop.</summary>
internal sealed class ServeVerb : Verb
{
    private readonly Option<int?> _port;
    private readonly Option<string?> _listen;
    private readonly Option<string?> _publicAddress;
    private readonly Option<int?> _diskFloor;
    private readonly Option<int?> _eventSize;
    private readonly Option<int?> _batchSize;
    private readonly Option<int?> _batchEvents;
    private readonly Option<int?> _rate;
    private readonly Option<string?> _lifecycles;
    private readonly Option<int?> _late;
    private readonly Option<bool> _privateWebhooks;

    public ServeVerb(Language language)
        : base("serve", language, new(
            "Starts the server: takes facts as they happen and shows where everybody stands.",
            "Démarre le serveur : reçoit les événements quand ils arrivent et montre où en est chacun."),
            "parcours serve",
            "parcours serve --port 8080 --workspace /var/lib/parcours")
    {
        _port = AddOption<int?>("--port", "N", new("The port; 5170 when not given, 0 for any that is free", "Le port ; 5170 par défaut, 0 pour un port libre"));
        _listen = AddOption<string?>("--listen", language.Say("ADDRESS", "ADRESSE"), new(
            "The address to listen on, as 0.0.0.0; this machine alone when not given",
            "L'adresse d'écoute, comme 0.0.0.0 ; cette machine seulement par défaut"));
        _publicAddress = AddOption<string?>("--public-address", "URL", new(
            "Where people reach it when a proxy stands before it, as https://parcours.example.com",
            "L'adresse vue par tous quand un proxy est devant, comme https://parcours.example.com"));
        _diskFloor = AddOption<int?>("--disk-floor", "MB", new(
            "Writes are refused while the disk has less room than this; 500 when not given, 0 for never",
            "Les écritures sont refusées tant que le disque a moins de place que cela ; 500 par défaut, 0 pour jamais"));
        _eventSize = AddOption<int?>("--event-kb", "N", new("The largest message taken, in KB; 32 when not given", "Le plus grand message accepté, en Ko ; 32 par défaut"));
        _batchSize = AddOption<int?>("--batch-kb", "N", new("The largest batch taken, in KB; 500 when not given", "Le plus grand lot accepté, en Ko ; 500 par défaut"));
        _batchEvents = AddOption<int?>("--batch-events", "N", new("The most messages of a batch; 2500 when not given", "Le nombre maximal de messages d'un lot ; 2500 par défaut"));
        _rate = AddOption<int?>("--events-per-second", "N", new(
            "The most messages a second of one key; 50000 when not given", "Le nombre maximal de messages par seconde d'une clé ; 50000 par défaut"));
        _lifecycles = AddOption<string?>("--lifecycles", "ID,ID", new(
            "The lifecycles whose transitions are announced; crm-segments and the company's own when not given",
            "Les cycles de vie dont les changements de phase sont annoncés ; crm-segments et ceux de l'entreprise par défaut"));
        _late = AddOption<int?>("--late-hours", "N", new(
            "Facts older than this when they come correct the past and announce nothing; 24 when not given",
            "Les événements plus anciens que cela à leur arrivée corrigent le passé sans rien annoncer ; 24 par défaut"));
        _privateWebhooks = AddOption<bool>("--webhooks-reach-private", null, new(
            "Webhooks may go to this machine and its network, and without encryption: only where nobody else makes webhooks",
            "Les webhooks peuvent aller vers cette machine et son réseau, et sans chiffrement : seulement là où personne d'autre ne crée de webhook"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run) => Serving.Run(run, Typed(run));

    private ServeOptions Typed(VerbRun run)
    {
        string? listen = run.Parsed.GetValue(_listen);
        IPAddress? address = IPAddress.Loopback;
        if (listen is not null && !IPAddress.TryParse(listen, out address))
        {
            throw Wrong($"--listen takes an IP address, and \"{listen}\" is none.", $"--listen attend une adresse IP, et « {listen} » n'en est pas une.");
        }

        string? publicly = run.Parsed.GetValue(_publicAddress);
        Uri? uri = null;
        if (publicly is not null && !Uri.TryCreate(publicly, UriKind.Absolute, out uri))
        {
            throw Wrong($"--public-address takes an address as https://parcours.example.com, and \"{publicly}\" is none.",
                $"--public-address attend une adresse comme https://parcours.example.com, et « {publicly} » n'en est pas une.");
        }

        return new ServeOptions(run.Parsed.GetValue(_port), address, uri, run.Parsed.GetValue(_diskFloor), TracesTo(run), Ingestion(run), Live(run), run.Parsed.GetValue(_privateWebhooks));
    }

    private LiveOptions Live(VerbRun run)
    {
        var usual = new LiveOptions();
        return usual with
        {
            Lifecycles = run.Parsed.GetValue(_lifecycles) is { } ids ? [.. ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : usual.Lifecycles,
            LateWindow = run.Parsed.GetValue(_late) is { } hours ? TimeSpan.FromHours(Math.Clamp(hours, 0, 24 * 366)) : usual.LateWindow,
        };
    }

    private IngestionOptions Ingestion(VerbRun run)
    {
        var usual = new IngestionOptions();
        return usual with
        {
            Limits = usual.Limits with
            {
                EventBytes = Bytes(_eventSize) ?? usual.Limits.EventBytes,
                BodyBytes = Bytes(_batchSize) ?? usual.Limits.BodyBytes,
                Events = run.Parsed.GetValue(_batchEvents) ?? usual.Limits.Events,
            },
            EventsPerSecond = run.Parsed.GetValue(_rate) ?? usual.EventsPerSecond,
        };

        int? Bytes(Option<int?> option) => run.Parsed.GetValue(option) is { } size ? Math.Clamp(size, 0, 1 << 20) << 10 : null;
    }

    // The variable of OpenTelemetry, so that what runs beside and what runs here are told alike.
    private static Uri? TracesTo(VerbRun run) =>
        run.Environment("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 } named && Uri.TryCreate(named, UriKind.Absolute, out Uri? endpoint) ? endpoint : null;

    private static RefusedException Wrong(string english, string french) => new(new Refusal("wrong_usage", new(english, french)), ExitCode.WrongUsage);
}
