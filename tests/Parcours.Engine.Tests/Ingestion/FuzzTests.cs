using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion.Events;

namespace Parcours.Engine.Ingestion;

/// <summary>
/// Bodies that go wrong in every way: whatever the bytes are, the answer is a refusal or messages that the store can take.
/// PARCOURS_FUZZ_MINUTES=60 goes on for an hour, with seeds of its own that are printed; the quick form has a fixed number of bodies.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int QuickBodies = 140_000;
    private const int BodiesOfASeed = 20_000;
    private const string Good = """{"type":"track","event":"Song Played","userId":"42","messageId":"good"}""";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    [Fact]
    public void Any_body_is_answered_with_values()
    {
        double minutes = double.TryParse(Environment.GetEnvironmentVariable("PARCOURS_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out double asked) ? asked : 0;
        long began = Stopwatch.GetTimestamp();
        long bodies = 0;
        int seed = minutes > 0 ? (int)(DateTime.UtcNow.Ticks & 0xFFFFFF) : 1;
        do
        {
            Run(seed++);
            bodies += BodiesOfASeed;
        }
        while (minutes > 0 ? Stopwatch.GetElapsedTime(began).TotalMinutes < minutes : bodies < QuickBodies);
        output.WriteLine($"{bodies} bodies, last seed {seed - 1}");
    }

    private static void Run(int seed)
    {
        var mutated = new MutatedBodies(seed);
        for (int i = 0; i < BodiesOfASeed; i++)
        {
            IngestionEndpoint endpoint = mutated.NextEndpoint();
            byte[] body = i % 4 == 3 ? Encoding.UTF8.GetBytes($"{{\"batch\":[{Good},{mutated.NextMessage()},{Good}]}}") : mutated.Next();
            try
            {
                Trust trust = i % 2 == 0 ? Trust.Public : Trust.Company;
                EventReader.WriteKeyIn(body);
                IngestionAnswer answer = Posted.Reader.Read(endpoint, body, Posted.ReceivedAt, trust);
                Check(answer, trust);
                if (answer.Messages is [{ Quarantined: { } aside }, ..])
                {
                    Check(Posted.Reader.ReadAgain(Encoding.UTF8.GetBytes(aside.Raw), aside.ReceivedAt, trust), trust);
                }
                else if (answer.Messages is [{ Event.Payload: { } payload }, ..])
                {
                    Check(Posted.Reader.ReadAgain(Encoding.UTF8.GetBytes(payload), Posted.ReceivedAt, trust), trust);
                }

                if (i % 4 == 3 && endpoint != IngestionEndpoint.Facts && answer.Refusal is null)
                {
                    // Whatever stands between them, the good messages of a body that is JSON are kept.
                    Assert.Equal("song_played", answer.Messages[0].Event!.Facts[0].Kind);
                    Assert.Equal("song_played", answer.Messages[^1].Event!.Facts[0].Kind);
                }
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"seed {seed}, body {i}, {endpoint}: {Convert.ToBase64String(body)}", fault);
            }
        }
    }

    private static void Check(IngestionAnswer answer, Trust trust)
    {
        if (answer.Refusal is { } refusal)
        {
            Assert.True(refusal.Status is 400 or 413 && answer.Messages.IsEmpty && refusal.Reason.Length > 0);
            return;
        }

        foreach (Received message in answer.Messages)
        {
            Assert.True(message.Event is null ^ message.Quarantined is null);
            if (message.Event is { } read)
            {
                Check(read, trust);
            }
            else
            {
                Assert.Matches("^[a-z_]+$", message.Quarantined!.Reason);
                Strict.GetBytes(message.Quarantined.Detail + message.Quarantined.Raw);
            }
        }
    }

    private static void Check(IncomingEvent read, Trust trust)
    {
        Assert.InRange(read.MessageId.Length, 1, 300);
        Assert.NotEmpty(read.Identities);
        Assert.All(read.Identities, identity => Check(identity.Key));
        Assert.InRange(read.At.Micros, 0, Posted.ReceivedAt.Micros);
        Assert.True(read.Facts.Length <= 6_000);
        if (read.Payload is { } payload)
        {
            Strict.GetBytes(payload);
            using JsonDocument _ = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = 64 });
        }

        foreach (IncomingFact fact in read.Facts)
        {
            Assert.True(FactKinds.TryFind(fact.Kind, out FactKind kind) || KindName.IsKind(fact.Kind));
            Assert.False(trust == Trust.Public && kind == FactKind.OptIn);
            Assert.InRange(fact.Value, -1_000_000_000_000_000, 1_000_000_000_000_000);
            Assert.InRange(fact.At?.Micros ?? 0, 0, Posted.ReceivedAt.Micros + Instant.MicrosPerDay);
            foreach (string? text in (string?[])[fact.Item, fact.Link, fact.ValueText, fact.Category, fact.Actor?.Key])
            {
                Assert.True(text is null || Check(text));
            }

            if ((fact.Product ?? fact.Payload) is not null)
            {
                using JsonDocument _ = JsonDocument.Parse(fact.Product ?? fact.Payload!);
            }
        }
    }

    private static bool Check(string text)
    {
        Strict.GetBytes(text);
        return text.Length is > 0 and <= 40_000 && !text.Contains('\0', StringComparison.Ordinal);
    }
}
