using System.Net;
using Parcours.Engine.Live;
using Parcours.Engine.Samples;
using Parcours.Engine.Webhooks;
using Parcours.Server.Ingestion;
using Parcours.Server.Sources.Pulling;

namespace Parcours.Server.Hosting;

/// <summary>What the server is started with.</summary>
public sealed record ServerOptions
{
    /// <summary>The port when none is named.</summary>
    public const int DefaultPort = 5170;

    /// <summary>The folder of the workspace, in full.</summary>
    public required string Workspace { get; init; }

    /// <summary>The TCP port, 1 to 65535; 0 takes any that is free.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The address listened on: this machine alone, unless another is named.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>The address people reach it at, as <c>https://parcours.example.com</c>, when a proxy stands before it; null for its own.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The largest body of a request, in bytes. An endpoint may allow less, or more for an upload.</summary>
    public long LargestRequestBytes { get; init; } = 4 << 20;

    /// <summary>How many customers the sample shop has. Tests take fewer.</summary>
    internal int SampleCustomers { get; init; } = SampleOptions.DefaultCustomers;

    /// <summary>How stages are kept live.</summary>
    public LiveOptions Live { get; init; } = new();

    /// <summary>Writes are refused while the disk of the workspace has less room than this, in bytes; 0 for no floor.</summary>
    public long DiskFloorBytes { get; init; } = 500L << 20;

    /// <summary>Where traces are sent by OTLP; null for nowhere.</summary>
    public Uri? TracesTo { get; init; }

    /// <summary>Rounds of PBKDF2 for a password: what OWASP advises for HMAC-SHA-512. Tests take fewer.</summary>
    internal int PasswordRounds { get; init; } = 210_000;

    /// <summary>Whether webhooks may reach this machine and its network, and go without encryption. Only for a network where nobody else makes webhooks.</summary>
    public bool WebhooksReachPrivateAddresses { get; init; }

    /// <summary>How long to wait before a webhook that failed is tried again. Tests wait less.</summary>
    internal RetrySchedule WebhookRetries { get; init; } = RetrySchedule.Usual;

    /// <summary>How sources are asked for their orders and customers.</summary>
    public PullOptions Pulling { get; init; } = new();

    /// <summary>Whether files put into the folder <c>inbox</c> are imported. Tests look into it themselves.</summary>
    internal bool WatchesInbox { get; init; } = true;

    /// <summary>How much clients may send.</summary>
    public IngestionOptions Ingestion { get; init; } = new();

    /// <summary>How long requests under way may take to end once the server stops.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What is wrong with the options, each fault in a sentence; empty when they can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [.. Ingestion.Faults()];
        if (Port is < 0 or > 65535)
        {
            faults.Add($"the port is {Port}, and must be from 1 to 65535");
        }

        if (DiskFloorBytes < 0)
        {
            faults.Add($"the floor of the disk is {DiskFloorBytes} bytes, and must be 0 or more");
        }

        if (!Path.IsPathFullyQualified(Workspace))
        {
            faults.Add($"the workspace folder {Workspace} is not a full path");
        }

        if (PublicAddress is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")))
        {
            faults.Add($"the public address {address} is not an http or https address");
        }

        return faults;
    }
}
