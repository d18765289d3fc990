using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources;

/// <summary>Why a payload of a source is put aside, beyond what any message may have.</summary>
internal static class SourceFaults
{
    /// <summary>The reason of a refund whose order is not known.</summary>
    public const string OrderUnknown = "unknown_order";

    public static Fault Topic(string topic) => new("unknown_topic", topic.Length == 0 ? "The webhook does not say what happened." : $"Nothing is read from the topic {topic}: leave it out of the webhooks of the shop.");

    public static Fault UnknownOrder(string order) => new(OrderUnknown,
        $"The refund is of order {order}, which was never told, and says nothing of who bought: subscribe to orders/updated too, which brings the refund with its order, or take it again once the order is there.");
}
