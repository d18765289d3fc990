using System.Text;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Sources.Mapping;

namespace Parcours.Engine.Sources;

/// <summary>Reads what a source sends, and writes what was read in one line a fact.</summary>
internal static class Told
{
    public static readonly Instant ReceivedAt = Instant.FromUtc(2026, 3, 10);

    public static readonly SourceScene Scene = new(Calendar.Find("Europe/Paris")!, 1, ReceivedAt);

    public static SourceReader By(SourceKind kind, string? mapping = null, Func<SourceProfile, SourceProfile>? with = null)
    {
        var profile = new SourceProfile("shop", kind);
        return new SourceReader(with?.Invoke(profile) ?? profile, mapping is null ? null : SourceMapping.Read(mapping).Mapping);
    }

    public static IReadOnlyList<Received> Hook(this SourceReader reader, string topic, string body, string? delivery = "d1") =>
        reader.Read(new Hook(topic, delivery, Encoding.UTF8.GetBytes(body)), Scene);

    /// <summary>The only message, which was read.</summary>
    public static IncomingEvent Event(this SourceReader reader, string topic, string body)
    {
        Received only = Assert.Single(reader.Hook(topic, body));
        Assert.Null(only.Quarantined);
        return only.Event!;
    }

    /// <summary>Why the only message was put aside.</summary>
    public static string Reason(this SourceReader reader, string topic, string body) => Assert.Single(reader.Hook(topic, body)).Quarantined!.Reason;

    /// <summary>All facts of what was read, in one line each.</summary>
    public static string Lines(IEnumerable<Received> read) => string.Join('\n', read.Select(message => Posted.Lines(message.Event!)));
}
