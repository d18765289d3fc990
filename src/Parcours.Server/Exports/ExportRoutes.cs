using System.Text;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Segments;
using Parcours.Engine.Access;
using Parcours.Engine.Workspaces;
using Parcours.Server.Answers;
using Parcours.Server.Live;
using Parcours.Server.Routes;
using Parcours.Server.Segments;

namespace Parcours.Server.Exports;

/// <summary>Everything as CSV and as one JSON object a line, streamed. A key with the scope <c>exports:read</c> may stand in the address, for Excel and Power BI.</summary>
internal static class ExportRoutes
{
    private const string Capability = "Exports";
    private static readonly Callers _readers = Callers.Operators(Role.Analyst, Scope.ExportsRead);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/export/customers.csv", _readers, CustomersCsv).KeyInAddress().Describe(Capability, "A line for each customer: figures, stage and attributes.");
        routes.Get("/api/export/customers.ndjson", _readers, CustomersLines).KeyInAddress().Describe(Capability, "A JSON object for each customer: figures, stage and attributes.");
        routes.Get("/api/export/segments/{name}.csv", _readers, SegmentCsv).KeyInAddress().Describe(Capability, "A line for each member of a segment at a date.");
        routes.Get("/api/export/facts.csv", _readers, FactsCsv).KeyInAddress().Describe(Capability, "A line for each fact, customer by customer.");
        routes.Get("/api/export/facts.ndjson", _readers, FactsLines).KeyInAddress().Describe(Capability, "A JSON object for each fact, customer by customer.");
    }

    private static Task SegmentCsv(HttpContext context, BaseAnswering answers, TimeProvider time, string name, string? at) =>
        WriteAsync(context, "text/csv", SegmentDefinition.IsId(name) ? name + ".csv" : "segment.csv", new SegmentExport(answers.Known(), name, at, time).WriteCsv);

    private static Task CustomersCsv(HttpContext context, BaseAnswering answers, TimeProvider time, string? lifecycle) =>
        WriteAsync(context, "text/csv", "customers.csv", new CustomerExport(answers.Known(), lifecycle, time).WriteCsv);

    private static Task CustomersLines(HttpContext context, BaseAnswering answers, TimeProvider time, string? lifecycle) =>
        WriteAsync(context, "application/x-ndjson", "customers.ndjson", new CustomerExport(answers.Known(), lifecycle, time).WriteLines);

    private static Task FactsCsv(HttpContext context, BaseAnswering answers, LiveState live, string? from, string? to, string? kind) =>
        FactsAsync(context, "text/csv", "facts.csv", live, new FactWindow(answers.Known(), from, to, kind), (export, to) => export.WriteCsv(to));

    private static Task FactsLines(HttpContext context, BaseAnswering answers, LiveState live, string? from, string? to, string? kind) =>
        FactsAsync(context, "application/x-ndjson", "facts.ndjson", live, new FactWindow(answers.Known(), from, to, kind), (export, to) => export.WriteLines(to));

    private static async Task FactsAsync(HttpContext context, string type, string name, LiveState live, FactWindow window, Func<FactExport, TextWriter, IEnumerable<bool>> write)
    {
        using IWorkspaceStore reader = live.OpenReader();
        await WriteAsync(context, type, name, to => write(new FactExport(window, reader), to));
    }

    // Each step writes a little; between two the network has its turn, so that a slow reader holds no memory.
    private static async Task WriteAsync(HttpContext context, string type, string name, Func<TextWriter, IEnumerable<bool>> write)
    {
        const int writeAt = 1 << 16;
        HttpResponse response = context.Response;
        response.ContentType = type + "; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        var text = new StringBuilder();
        using var to = new StringWriter(text, System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (bool _ in write(to))
        {
            if (text.Length >= writeAt)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            await response.WriteAsync(text.ToString(), context.RequestAborted);
            text.Clear();
        }
    }
}
