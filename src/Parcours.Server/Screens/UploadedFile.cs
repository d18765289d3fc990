using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Parcours.Server.Screens;

/// <summary>The file of a form, written to disk as it comes: its size is the disk's affair and not the memory's.</summary>
internal static class UploadedFile
{
    /// <summary>The largest file that a page takes, in bytes.</summary>
    internal const long Largest = 1L << 30;

    private const int BufferBytes = 1 << 16;

    /// <summary>Why there is no file.</summary>
    internal enum Absence
    {
        None,
        NotSent,
        TooLarge,
    }

    /// <summary>Writes the first file of a form below a folder.</summary>
    /// <param name="context">The request.</param>
    /// <param name="pathOf">Where a file of a name is written.</param>
    /// <returns>The file's name as the sender said it; null with why there is none.</returns>
    /// <exception cref="BadHttpRequestException">The body is no form with files.</exception>
    internal static async Task<(string? Name, Absence Absence)> SpoolAsync(HttpContext context, Func<string, string> pathOf)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 200 } boundary)
        {
            throw new BadHttpRequestException("The body is no form with a file.", StatusCodes.Status415UnsupportedMediaType);
        }

        if (context.Request.ContentLength > Largest + BufferBytes)
        {
            return (null, Absence.TooLarge);
        }

        var reader = new MultipartReader(boundary, context.Request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (section.GetContentDispositionHeader() is { } header && header.IsFileDisposition() && NameIn(header) is { Length: > 0 } name)
                {
                    return await WriteAsync(section.Body, pathOf(name), context.RequestAborted) ? (name, Absence.None) : (null, Absence.TooLarge);
                }
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException && fault is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, fault);
        }

        return (null, Absence.NotSent);
    }

    private static string? NameIn(ContentDispositionHeaderValue header) =>
        HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName).Value;

    private static async Task<bool> WriteAsync(Stream from, string path, CancellationToken cancellation)
    {
        await using FileStream to = File.Create(path);
        byte[] buffer = new byte[BufferBytes];
        long total = 0;
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            total += read;
            if (total > Largest)
            {
                return false;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }
}
