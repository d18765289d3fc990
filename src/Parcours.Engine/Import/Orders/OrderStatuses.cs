using Parcours.Engine.Import.Columns;

namespace Parcours.Engine.Import.Orders;

/// <summary>The words of order statuses, in English and French.</summary>
internal static class OrderStatuses
{
    /// <summary>What a text says.</summary>
    public static OrderStatus Of(ReadOnlySpan<char> text) => text.IsEmpty ? OrderStatus.Placed : HeaderText.Plain(text) switch
    {
        "failed" or "pending" or "pendingpayment" or "draft" or "checkoutdraft" or "wcfailed" or "wcpending" or "echoue" or "echouee" or "attentepaiement"
            or "enattentedepaiement" or "abandoned" or "abandonne" or "abandonnee" or "expired" => OrderStatus.Unpaid,
        "cancelled" or "canceled" or "wccancelled" or "annule" or "annulee" or "voided" => OrderStatus.Cancelled,
        "refunded" or "wcrefunded" or "rembourse" or "remboursee" => OrderStatus.Refunded,
        _ => OrderStatus.Placed,
    };
}
