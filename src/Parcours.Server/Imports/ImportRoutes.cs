using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Parcours.Domain.Facts;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Import;
using Parcours.Server.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Server.Screens;

namespace Parcours.Server.Imports;

/// <summary>Files, uploaded and imported while messages come in.</summary>
internal static class ImportRoutes
{
    private const string Capability = "Imports";
    private const int LongestName = 200;
    private const long LargestUpload = 8L << 30;
    private static readonly Callers _readers = Callers.Operators(Role.Analyst, Scope.FactsWrite);
    private static readonly Callers _writers = Callers.Operators(Role.Marketer, Scope.FactsWrite);

    internal static void Map(RouteTable routes)
    {
        routes.Post("/api/imports", _writers, UploadAsync).TakesUpTo(LargestUpload)
            .Describe(Capability, "Uploads a file, as the body or as a form's file, and imports it in the background; options as those of parcours import.");
        routes.Get("/api/imports", _readers, List).Describe(Capability, "Imports, the latest first.");
        routes.Get("/api/imports/{id:int}", _readers, One).Describe(Capability, "How far an import is, and its account once it is done.");
        routes.Get("/api/imports/{id:int}/quarantine.csv", _readers, Quarantine).Describe(Capability, "The lines that an import put aside, with the reasons.");
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context, ImportShelf shelf, ImportWorker worker, AuditLog audit, TimeProvider time,
        string? name, [FromQuery(Name = "as")] string? kind, [FromQuery] string[]? map, string? currency, string? source, bool? force)
    {
        if (Wrong(kind, currency) is { } wrong)
        {
            return wrong;
        }

        int id = shelf.Open();
        try
        {
            string file = await SpoolAsync(context.Request, name, Path.Combine(shelf.FolderOf(id), "upload"));
            var asked = new ImportAsked(id, file, kind, map ?? [], currency, source, force ?? false, ReaderLanguage.Of(context.Request), Instant.From(time.GetUtcNow()));
            shelf.Keep(asked);
            worker.Add(asked);
            audit.Write(context.Caller(), "import.uploaded", string.Create(CultureInfo.InvariantCulture, $"import:{id}"));
            return TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/imports/{id}"), ImportAnswer.Of(asked, ImportState.AtFirst));
        }
        catch
        {
            shelf.Drop(id);
            throw;
        }
    }

    private static IResult List(ImportShelf shelf, ImportWorker worker, int? limit, string? cursor) => Paging.Read(limit, cursor) is { } asked
        ? TypedResults.Ok(Paging.Of(shelf.All().Where(import => import.Id < asked.AfterNumber(long.MaxValue)), asked, import => import.Id, import => ImportAnswer.Of(import, worker.StateOf(import.Id))))
        : Paging.Refused;

    private static IResult One(ImportShelf shelf, ImportWorker worker, int id) =>
        shelf.Find(id) is { } asked ? TypedResults.Ok(ImportAnswer.Of(asked, worker.StateOf(id))) : Unknown(id);

    private static IResult Quarantine(ImportShelf shelf, ImportWorker worker, int id) =>
        shelf.Find(id) is null ? Unknown(id)
        : worker.StateOf(id).Quarantine is { } file ? TypedResults.PhysicalFile(Path.Combine(shelf.FolderOf(id), file), "text/csv; charset=utf-8", "quarantine.csv")
        : new Problem(StatusCodes.Status404NotFound, "no_quarantine", new("The import put no line aside.", "L'import n'a mis aucune ligne de côté."));

    // The file is read from disk, so that its size is the disk's affair and not the memory's.
    private static async Task<string> SpoolAsync(HttpRequest request, string? name, string folder)
    {
        if (request.HasFormContentType)
        {
            IFormCollection form = await PostedForm.OfAsync(request.HttpContext);
            IFormFile file = form.Files.Count == 1 ? form.Files[0] : throw new BadHttpRequestException("One file is expected.");
            string given = SafeName(name ?? file.FileName);
            await using FileStream to = File.Create(Path.Combine(folder, given));
            await file.CopyToAsync(to, request.HttpContext.RequestAborted);
            return given;
        }

        string bare = SafeName(name ?? "upload.csv");
        await using FileStream spool = File.Create(Path.Combine(folder, bare));
        await request.Body.CopyToAsync(spool, request.HttpContext.RequestAborted);
        return bare;
    }

    // Only a name: no folder, nothing that a file system reads as something else.
    internal static string SafeName(string name)
    {
        string last = name.Split('/', '\\')[^1];
        string safe = string.Concat(last.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' ? letter : '_')).Trim(' ', '.');
        return safe.Length == 0 ? "upload.csv" : safe.Length > LongestName ? safe[^LongestName..] : safe;
    }

    private static Problem? Wrong(string? kind, string? currency) =>
        kind is not null && !Importer.Kinds.Contains(kind)
            ? new(StatusCodes.Status422UnprocessableEntity, "unknown_kind", new(
                $"as is one of {string.Join(", ", Importer.Kinds)}.", $"as est au choix : {string.Join(", ", Importer.Kinds)}."))
        : currency is not null && !Currencies.TryFind(currency, out _)
            ? new(StatusCodes.Status422UnprocessableEntity, "unknown_currency", new($"There is no currency \"{currency}\".", $"Il n'y a pas de devise « {currency} »."))
        : null;

    private static Problem Unknown(int id) => new(
        StatusCodes.Status404NotFound, "unknown_import", new LocalText($"There is no import {id}.", $"Il n'y a pas d'import {id}."));

    /// <summary>An import. While it runs, its facts come into the base in parts.</summary>
    internal sealed record ImportAnswer(
        int Id, string File, Instant UploadedAt, string Status, double Progress, long Lines, long Facts, JsonNode? Result, string? Code, string? Detail, string? Quarantine)
    {
        internal static ImportAnswer Of(ImportAsked asked, ImportState state) => new(
            asked.Id, asked.File, asked.UploadedAt, state.Status, state.Progress, state.Lines, state.Facts, state.Result, state.Code, state.Detail,
            state.Quarantine is null ? null : string.Create(CultureInfo.InvariantCulture, $"/api/imports/{asked.Id}/quarantine.csv"));
    }
}
