using System.Diagnostics;
using OpenTelemetry;

namespace Parcours.Server.Operations;

/// <summary>Takes from a trace what may name a person: addresses asked for, and where the caller is. The pattern of the address stays.</summary>
internal sealed class AddressRemoval : BaseProcessor<Activity>
{
    private static readonly string[] _tags = ["url.path", "url.query", "url.full", "client.address", "network.peer.address", "user_agent.original", "server.address"];

    public override void OnEnd(Activity data)
    {
        foreach (string tag in _tags)
        {
            data.SetTag(tag, null);
        }
    }
}
