using System.Text.Json;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Import;

/// <summary>How machines read the account of an import.</summary>
public static class ImportJson
{
    /// <summary>Writes the members of the answer.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="outcome">How it ended; it has an account.</param>
    /// <param name="plan">How the file was read.</param>
    /// <param name="dryRun">Whether nothing was stored.</param>
    public static void Write(Utf8JsonWriter json, ImportOutcome outcome, ImportPlan plan, bool dryRun)
    {
        ImportCounts counts = outcome.Counts!;
        json.WriteNumber("read", counts.Read);
        json.WriteNumber("stored", counts.Stored);
        json.WriteNumber("duplicates", counts.Duplicates);
        json.WriteNumber("quarantined", counts.Quarantined);
        json.WriteNumber("customers", counts.Customers);
        json.WriteNumber("orders", counts.Orders);
        json.WriteNumber("refunds", counts.Refunds);
        json.WriteNumber("facts", outcome.Facts);
        json.WriteNumber("orders_adjusted", outcome.OrdersAdjusted);
        json.WriteNumber("refunded_less", outcome.RefundedLess);
        json.WriteString("kind", plan.Kind);
        json.WriteString("format", plan.FormatName);
        json.WriteStartObject("columns");
        foreach ((string column, string header, _) in plan.Columns)
        {
            json.WriteString(column, header);
        }

        json.WriteEndObject();
        json.WriteObjects("reasons", outcome.Reasons, reason =>
        {
            json.WriteString("reason", reason.Reason.En);
            json.WriteNumber("lines", reason.Lines);
            json.WriteNumber("example_line", reason.ExampleLine);
        });
        if (outcome.QuarantineFile is { } file)
        {
            json.WriteString("quarantine_file", file);
        }

        if (outcome.AssumedCurrency is { } currency)
        {
            json.WriteString("assumed_currency", currency);
        }

        if (dryRun)
        {
            json.WriteBoolean("dry_run", true);
        }
    }
}
