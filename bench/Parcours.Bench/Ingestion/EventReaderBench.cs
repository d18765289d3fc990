using System.Diagnostics;
using System.Globalization;
using System.Text;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;

namespace Parcours.Bench.Ingestion;

/// <summary>How long reading takes of the messages that clients post, on one thread: batches of 100, as an SDK of a server and as a browser send them.</summary>
internal static class EventReaderBench
{
    private const int Rounds = 5;
    private const int Batches = 400;
    private const int BatchLength = 100;

    internal static int Run(string[] options)
    {
        if (options.Length > 0)
        {
            Console.Error.WriteLine("usage: Parcours.Bench events");
            return 2;
        }

        var reader = new EventReader(EventNames.BuiltIn, Domain.Time.Calendar.Utc, 1, IngestionLimits.Default);
        Console.WriteLine("message | bytes | microseconds each (best of 5) | bytes allocated each");
        foreach ((string name, Func<int, string> message) in Messages())
        {
            byte[][] bodies = [.. Enumerable.Range(0, Batches).Select(batch => Body(batch, message))];
            double best = double.MaxValue;
            long allocated = 0;
            for (int round = 0; round <= Rounds; round++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                long began = Stopwatch.GetTimestamp();
                int read = 0;
                foreach (byte[] body in bodies)
                {
                    read += reader.Read(IngestionEndpoint.Batch, body, Instant.FromUtc(2026, 3, 10), Trust.Company).Messages.Count(one => one.Event is not null);
                }

                double micros = Stopwatch.GetElapsedTime(began).TotalMicroseconds / read;
                best = round == 0 ? best : Math.Min(best, micros);
                allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / read;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} | {bodies[0].Length / BatchLength} | {best:F2} | {allocated}"));
        }

        return 0;
    }

    private static byte[] Body(int batch, Func<int, string> message) => Encoding.UTF8.GetBytes(
        "{\"sentAt\":\"2026-03-09T23:00:01.000Z\",\"batch\":[" + string.Join(',', Enumerable.Range(batch * BatchLength, BatchLength).Select(message)) + "]}");

    private static IEnumerable<(string Name, Func<int, string> Message)> Messages()
    {
        yield return ("page of a browser", i => $$$"""{"type":"page","name":"Home","properties":{"path":"/","referrer":"","search":"","title":"Shop","url":"https://shop.example/"},"anonymousId":"anon-{{{i % 5000}}}","messageId":"ajs-next-{{{i}}}","timestamp":"2026-03-09T23:00:00.000Z","writeKey":"abcdefghijklmnop","integrations":{},"context":{"page":{"path":"/","referrer":"","search":"","title":"Shop","url":"https://shop.example/"},"userAgent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36","locale":"fr-FR","library":{"name":"analytics.js","version":"npm:next-1.84.3"},"timezone":"Europe/Paris"},"_metadata":{"bundled":["Segment.io"],"unbundled":[],"bundledIds":[]} }""");
        yield return ("track of a server", i => $$$"""{"type":"track","event":"Song Played","userId":"user-{{{i % 5000}}}","properties":{"artist":"Nirvana","seconds":{{{i}}} },"context":{"library":{"name":"@segment/analytics-node","version":"3.1.0"}},"timestamp":"2026-03-09T23:00:00.000Z","messageId":"node-next-{{{i}}}","integrations":{} }""");
        yield return ("order of two lines", i => $$$"""{"type":"track","event":"Order Completed","userId":"user-{{{i % 5000}}}","properties":{"order_id":"order-{{{i}}}","total":27.50,"currency":"EUR","products":[{"product_id":"p{{{i % 300}}}","name":"Robe","price":19,"quantity":1,"category":"Dresses"},{"product_id":"p{{{i % 200}}}","name":"Scarf","price":8.5,"quantity":1,"category":"Accessories"}]},"context":{"library":{"name":"@segment/analytics-node","version":"3.1.0"}},"timestamp":"2026-03-09T23:00:00.000Z","messageId":"node-next-{{{i}}}","integrations":{} }""");
        yield return ("identify of six traits", i => $$$"""{"type":"identify","userId":"user-{{{i % 5000}}}","traits":{"email":"user{{{i % 5000}}}@shop.example","firstName":"Ann","lastName":"B","plan":"pro","logins":{{{i}}},"city":"Lyon"},"context":{"library":{"name":"@segment/analytics-node","version":"3.1.0"}},"timestamp":"2026-03-09T23:00:00.000Z","messageId":"node-next-{{{i}}}","integrations":{} }""");
    }
}
