using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Orders;

namespace Parcours.Engine.Import.Formats;

/// <summary>The shapes of files of orders, told apart by their headers.</summary>
internal static class OrderFormats
{
    private static readonly Requirement Buyer = new(Column.Customer, Column.Email, Column.Phone, Column.LoyaltyCard);
    private static readonly Requirement Day = new(Column.Date);
    private static readonly Requirement Worth = new(Column.Amount, Column.Price, Column.Total);

    private static readonly FileFormat Generic = new("orders", OrderAliases.Generic, OrderAliases.Hints, [Buyer, Day, Worth], context => new OrderReading(context));

    private static readonly FileFormat Shopify = Generic with { Name = "shopify", Aliases = OrderAliases.Shopify, Hints = new Dictionary<Column, string>() };

    private static readonly FileFormat WooCommerce = Generic with { Name = "woocommerce", Aliases = OrderAliases.WooCommerce, Hints = new Dictionary<Column, string>() };

    /// <summary>The shape that a file's headers show.</summary>
    /// <param name="headers">The headers, plain.</param>
    public static FileFormat Of(IReadOnlySet<string> headers)
    {
        if (headers.Contains("name") && headers.Contains("email") && (headers.Contains("financialstatus") || headers.Contains("lineitemname")))
        {
            return Shopify;
        }

        bool bill = headers.Contains("emailbilling") || headers.Contains("billingemail") || headers.Contains("billingemailaddress");
        bool shop = headers.Contains("orderstatus") || headers.Contains("ordernumber") || headers.Contains("orderid") || headers.Contains("status");
        return (bill && shop) || headers.Contains("nrevenueformatted") || headers.Contains("ordertotalamount") ? WooCommerce : Generic;
    }
}
