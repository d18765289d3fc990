using System.Buffers;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Server.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Refusals;

namespace Parcours.Server.Ingestion;

/// <summary>Takes what clients post, from the body to the durable facts.</summary>
internal sealed class MessageIntake(ServerOptions options, LiveWorkspace live, EventNames names, KeyRates rates, TimeProvider time)
{
    private static readonly Problem _badEncoding = new(StatusCodes.Status415UnsupportedMediaType, "wrong_encoding", new(
        "Send the body as it is, or with Content-Encoding gzip, deflate or br.", "Envoyez le corps tel quel, ou en Content-Encoding gzip, deflate ou br."));

    private static readonly Problem _notInflated = new(StatusCodes.Status400BadRequest, "not_inflated", new(
        "The body is not what its Content-Encoding says.", "Le corps n'est pas ce qu'annonce son Content-Encoding."));

    // Made again when the workspace has another currency, as its first amount gives it one, or another zone.
    private volatile EventReader _reader = ReaderOf(options, live, names);

    /// <summary>Takes a body.</summary>
    /// <returns>Null with the account when it was taken; else why it was not.</returns>
    public async Task<(Problem? Refusal, Taken Taken)> TakeAsync(HttpContext context, IngestionEndpoint endpoint)
    {
        int limit = options.Ingestion.Limits.BodyBytes;
        (byte[] bytes, int length) = await BodyReading.ReadAsync(context.Request, limit);
        try
        {
            // Whoever has no key learns nothing of the body.
            if (context.Caller() is Caller.Nobody && !(length > 0 && context.ClaimWriteKey(EventReader.WriteKeyIn(bytes.AsSpan(0, length)))))
            {
                return (Problem.Unknown, default);
            }

            AccessKey key = ((Caller.Keyed)context.Caller()).Key;
            if (length < 0)
            {
                return (length switch
                {
                    -1 => Of(new IngestionRefusal(StatusCodes.Status413PayloadTooLarge, "body_too_large", $"The body is larger than {limit} bytes.")),
                    -2 => _notInflated,
                    _ => _badEncoding,
                }, default);
            }

            return rates.Wait(key.Id) is > 0 and int seconds ? (TooFast(seconds), default) : await TakeAsync(key, endpoint, bytes.AsMemory(0, length));
        }
        finally
        {
            if (bytes.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
    }

    private async Task<(Problem? Refusal, Taken Taken)> TakeAsync(AccessKey key, IngestionEndpoint endpoint, ReadOnlyMemory<byte> body)
    {
        EventReader reader = _reader;
        if (reader.Currency != live.Histories.Currency || reader.Calendar.ZoneId != live.Histories.Calendar.ZoneId)
        {
            _reader = reader = ReaderOf(options, live, names);
        }

        IngestionAnswer answer = reader.Read(endpoint, body, Instant.From(time.GetUtcNow()), key.Trust);
        if (answer.Refusal is { } refusal)
        {
            return (Of(refusal), default);
        }

        rates.Take(key.Id, answer.Messages.Length);
        try
        {
            IntakeCounts counts = answer.Messages.IsEmpty ? default : await live.Take(new Delivery(key.Id, key.Trust, answer.Messages));
            return (null, new Taken(counts, answer.Messages));
        }
        catch (LiveRefusedException refused)
        {
            return (refused.Refusal is { } why ? Refused.By(why)
                : new Problem(StatusCodes.Status503ServiceUnavailable, "not_taken", new("Nothing of this request was kept: send it again.", "Rien de cette requête n'a été gardé : renvoyez-la."))
                {
                    RetryAfterSeconds = 2,
                }, default);
        }
    }

    private static EventReader ReaderOf(ServerOptions options, LiveWorkspace live, EventNames names) =>
        new(names, live.Histories.Calendar, live.Histories.Currency, options.Ingestion.Limits);

    private static Problem Of(IngestionRefusal refusal) => new(refusal.Status, refusal.Reason, new LocalText(refusal.Detail, ReasonWords.In(refusal.Detail, "fr")));

    private static Problem TooFast(int seconds) => new(StatusCodes.Status429TooManyRequests, "too_fast", new(
        "This key sends more messages than it may: wait, then send the same again.", "Cette clé envoie plus de messages que permis : attendez, puis renvoyez les mêmes."))
    {
        RetryAfterSeconds = seconds,
    };
}
