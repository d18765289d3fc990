using System.Net;
using Parcours.Engine.Live;
using Parcours.Server.Ingestion;

namespace Parcours.Cli.Serving;

/// <summary>What was typed after <c>serve</c>.</summary>
/// <param name="Port">The port; null for the usual one.</param>
/// <param name="Listen">The address to listen on.</param>
/// <param name="PublicAddress">Where people reach it; null for its own address.</param>
/// <param name="DiskFloor">The least room on the disk for writes, in megabytes; null for the usual one.</param>
/// <param name="TracesTo">Where traces are sent; null for nowhere.</param>
/// <param name="Ingestion">How much clients may send.</param>
/// <param name="Live">How stages are kept live.</param>
/// <param name="WebhooksReachPrivate">Whether webhooks may go to this machine and its network.</param>
internal sealed record ServeOptions(int? Port, IPAddress Listen, Uri? PublicAddress, int? DiskFloor, Uri? TracesTo, IngestionOptions Ingestion, LiveOptions Live,
    bool WebhooksReachPrivate);
