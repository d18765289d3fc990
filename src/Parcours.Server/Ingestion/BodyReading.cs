using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Ingestion;

/// <summary>Reads the bodies of clients, inflating them, and never more than the limit: a small body that inflates without end costs no more than one that is too large.</summary>
internal static class BodyReading
{
    private const int FirstRead = 16 * 1024;

    /// <summary>Reads a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes, once inflated.</param>
    /// <returns>The bytes, rented: the caller returns them. Length -1 when there are more than the limit, -2 when they cannot be inflated, -3 when their encoding is not one we read.</returns>
    public static async Task<(byte[] Bytes, int Length)> ReadAsync(HttpRequest request, int limit)
    {
        string encoding = request.Headers.ContentEncoding.ToString();
        Stream? body = encoding.ToLowerInvariant() switch
        {
            "" or "identity" => request.Body,
            "gzip" or "x-gzip" => new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            "br" => new BrotliStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            _ => null,
        };
        if (body is null)
        {
            return ([], -3);
        }

        bool isInflated = body != request.Body;
        if (!isInflated && request.ContentLength > limit)
        {
            return ([], -1);
        }

        byte[] bytes = ArrayPool<byte>.Shared.Rent(isInflated ? FirstRead : (int)Math.Min(limit, (request.ContentLength ?? FirstRead) + 1));
        int length = 0;
        try
        {
            while (true)
            {
                if (length == bytes.Length)
                {
                    byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Min(limit + 1, bytes.Length * 2));
                    bytes.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(bytes);
                    bytes = larger;
                }

                int read = await body.ReadAsync(bytes.AsMemory(length), request.HttpContext.RequestAborted);
                length += read;
                if (length > limit)
                {
                    return (bytes, -1);
                }

                if (read == 0)
                {
                    return (bytes, length);
                }
            }
        }
        catch (InvalidDataException)
        {
            return (bytes, -2);
        }
        finally
        {
            if (isInflated)
            {
                await body.DisposeAsync();
            }
        }
    }
}
