using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Import;
using Parcours.Server.Imports;
using Parcours.Web.Imports;

namespace Parcours.Server.Screens;

/// <summary>Imports as pages show them.</summary>
internal static class PastImports
{
    /// <summary>An import, under way or ended.</summary>
    internal static PastImport Of(ImportAsked asked, ImportWorker worker)
    {
        ImportState state = worker.StateOf(asked.Id);
        return new PastImport(asked.Id, asked.File, asked.UploadedAt, state.Status)
        {
            Progress = state.Progress,
            Lines = state.Lines,
            Left = worker.LeftOf(asked.Id),
            Account = state.Result is { } result ? AccountOf(result) : null,
            Fault = state.Code is { } code ? ImportFaults.Of(code, new LocalText(state.Detail ?? code, state.Detail ?? code)) : null,
            HasLines = state.Quarantine is not null,
        };
    }

    /// <summary>What an import would do.</summary>
    internal static ImportAccount? AccountOf(ImportOutcome outcome) => outcome.Counts is not { } counts ? null
        : new ImportAccount(counts.Read, counts.Stored, counts.Duplicates, counts.Quarantined, counts.Customers, counts.Orders, counts.Refunds)
        {
            Reasons = [.. outcome.Reasons.Select(reason => (reason.Reason, reason.Lines, reason.ExampleLine, (string?)reason.Example))],
            AssumedCurrency = outcome.AssumedCurrency,
        };

    private static ImportAccount AccountOf(JsonNode result)
    {
        long Number(string name) => result[name]?.GetValue<long>() ?? 0;
        return new ImportAccount(Number("read"), Number("stored"), Number("duplicates"), Number("quarantined"), Number("customers"), Number("orders"), Number("refunds"))
        {
            Reasons =
            [
                .. (result["reasons"] as JsonArray ?? []).OfType<JsonObject>().Select(reason => (
                    Importer.ReasonNamed(reason["reason"]!.GetValue<string>()), reason["lines"]!.GetValue<long>(), reason["example_line"]!.GetValue<long>(), (string?)null)),
            ],
            AssumedCurrency = result["assumed_currency"]?.GetValue<string>(),
        };
    }
}
