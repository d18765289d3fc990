using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Server.Access;
using Parcours.Server.Refusals;

namespace Parcours.Server.Routes;

/// <summary>
/// A write with an <c>Idempotency-Key</c> is done once: the same request with the same key is given the first answer again, for a day. Keys are the
/// caller's own. What failed for a fault of ours may be tried again under the same key.
/// </summary>
internal static class NamedWrites
{
    private const string Header = "Idempotency-Key";
    private const int LongestName = 255;
    private const int MostKept = 1 << 20;

    /// <summary>The largest request that can be named: it is held in memory, to be known again.</summary>
    internal const int LargestRequest = 4 << 20;

    private static readonly Problem _badName = new(StatusCodes.Status400BadRequest, "idempotency_key_invalid", new(
        "Idempotency-Key is 1 to 255 visible ASCII characters.", "Idempotency-Key compte de 1 à 255 caractères ASCII visibles."));

    private static readonly Problem _underWay = new(StatusCodes.Status409Conflict, "idempotency_under_way", new(
        "A request with this Idempotency-Key is being done: wait for its answer.", "Une requête avec cette Idempotency-Key est en cours : attendez sa réponse."));

    private static readonly Problem _otherRequest = new(StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused", new(
        "This Idempotency-Key was used for another request.", "Cette Idempotency-Key a servi pour une autre requête."));

    private static readonly Problem _notKept = new(StatusCodes.Status409Conflict, "idempotency_answer_not_kept", new(
        "This was done already. Its answer was shown once and is not kept.", "C'est déjà fait. La réponse a été montrée une fois et n'est pas gardée."));

    private static readonly Problem _tooLarge = new(StatusCodes.Status413PayloadTooLarge, "idempotency_body_too_large", new(
        $"A request with an Idempotency-Key has {LargestRequest >> 20} MB or less: send a larger one without it.",
        $"Une requête avec une Idempotency-Key compte {LargestRequest >> 20} Mo au plus : envoyez-en une plus grande sans elle."));

    internal static Task Answer(HttpContext context, RequestDelegate next)
    {
        string name = context.Request.Headers[Header].ToString();
        Caller? caller = context.Features.Get<Caller>();
        bool named = name.Length > 0 && context.GetEndpoint() is not null && !Gate.IsRead(context.Request.Method) && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        if (!named || caller is null or Caller.Nobody)
        {
            return next(context);
        }

        return name.Length > LongestName || name.Any(letter => letter is < '!' or > '~') ? _badName.WriteAsync(context) : OnceAsync(context, caller, name, next);
    }

    private static async Task OnceAsync(HttpContext context, Caller caller, string name, RequestDelegate next)
    {
        IAccessStore store = context.RequestServices.GetRequiredService<IAccessStore>();
        if (await HashAsync(context.Request) is not { } hash)
        {
            await _tooLarge.WriteAsync(context);
            return;
        }

        var write = new NamedWrite(caller.Actor, name, hash);
        AnsweredWrite? before = store.Claim(write, Instant.From(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()));
        if (before is not null)
        {
            await AgainAsync(context, write, before);
            return;
        }

        Stream answer = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync();
            if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            {
                store.Release(write);
            }
            else
            {
                store.Keep(write, new KeptAnswer(context.Response.StatusCode, context.Response.ContentType, IsKept(context, body) ? Encoding.UTF8.GetString(body.ToArray()) : null));
            }
        }
        catch
        {
            store.Release(write);
            throw;
        }
        finally
        {
            context.Response.Body = answer;
        }

        await answer.WriteAsync(body.ToArray(), context.RequestAborted);
    }

    private static bool IsKept(HttpContext context, MemoryStream body) =>
        body.Length <= MostKept && context.GetEndpoint()!.Metadata.GetMetadata<RouteWords.SecretShown>() is null;

    private static Task AgainAsync(HttpContext context, NamedWrite write, AnsweredWrite before)
    {
        if (before.Request != write.Request)
        {
            return _otherRequest.WriteAsync(context);
        }

        if (before.Answer is not { } answer)
        {
            return _underWay.WriteAsync(context);
        }

        if (answer.Body is null)
        {
            return _notKept.WriteAsync(context);
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Type;
        context.Response.Headers["Idempotency-Replayed"] = "true";
        return context.Response.WriteAsync(answer.Body);
    }

    /// <summary>What a request is known again by; null when it is too large to be held.</summary>
    private static async Task<string?> HashAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestRequest)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var body = new MemoryStream();
        byte[] part = new byte[1 << 14];
        for (int read = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted); read > 0; read = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted))
        {
            if (body.Length + read > LargestRequest)
            {
                return null;
            }

            body.Write(part, 0, read);
        }

        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        body.Position = 0;
        request.Body = body;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
