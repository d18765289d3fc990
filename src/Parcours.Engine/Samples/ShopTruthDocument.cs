using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Samples;

/// <summary>The shop's options and truth as JSON, kept beside the facts they gave. Equal shops give equal bytes.</summary>
internal static class ShopTruthDocument
{
    // Goes up when equal options begin to give other facts.
    private const int Generator = 2;

    /// <summary>The document of a shop.</summary>
    public static string Of(Shop shop)
    {
        ShopTruth truth = shop.Truth;
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("generator", Generator);
            json.WriteNumber("customers", shop.Options.Customers);
            json.WriteNumber("accounts", Block.SubjectsOf(shop) - shop.Options.Customers);
            json.WriteNumber("seed", shop.Options.Seed);
            json.WriteString("from", shop.Clock.DateOf(0).ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("until", shop.Options.Until.ToString("O", CultureInfo.InvariantCulture));
            json.WriteBoolean("orders_only", shop.Options.OrdersOnly);
            json.WriteString("zone", Shop.ZoneId);
            json.WriteString("currency", Domain.Facts.Currencies.CodeOf(shop.Euro));
            json.WriteString("model", "pareto-nbd");
            json.WriteNumber("buyer_share", truth.BuyerShare);
            json.WriteNumber("r", truth.Shape);
            json.WriteNumber("alpha_days", truth.RateDays);
            json.WriteNumber("s", truth.DropoutShape);
            json.WriteNumber("beta_days", truth.DropoutRateDays);
            json.WriteNumber("monthly_churn_first_month", Math.Round(truth.MonthlyChurnAt(0), 4));
            json.WriteNumber("monthly_churn_after_a_year", Math.Round(truth.MonthlyChurnAt(365), 4));
            json.WriteNumber("expected_repeat_orders_in_a_year", Math.Round(truth.ExpectedRepeatOrders(365), 4));
            json.WriteNumber("lines_per_order", truth.LinesPerOrder);
            if (!shop.Options.OrdersOnly)
            {
                json.WriteStartObject("win_back");
                json.WriteTexts("campaigns", shop.Terms.WinBacks.Select(campaign => campaign.Name));
                json.WriteNumber("treated_share", truth.WinBackTreatedShare);
                json.WriteNumber("relative_effect", truth.WinBackEffect);
                json.WriteNumber("days", truth.WinBackDays);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
