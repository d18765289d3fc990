using System.Collections.Immutable;
using System.Globalization;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Live;

/// <summary>A live workspace in a folder of its own, and short ways to say messages to it.</summary>
internal sealed class LiveStory : IDisposable
{
    private readonly StoreFolder _folder;
    private readonly SqliteStore _store;
    private int _said;

    public LiveStory()
        : this(new StoreFolder())
    {
    }

    /// <summary>On a folder that becomes the story's.</summary>
    public LiveStory(StoreFolder folder)
    {
        _folder = folder;
        _store = SqliteStore.Open(_folder.Path, forWriting: true);
        Live = LiveWorkspace.Open(_store.BeginLive, null);
    }

    public static Instant Start { get; } = Instant.FromUtc(2026, 3, 1);

    public SqliteStore Store => _store;

    public string Folder => _folder.Path;

    public LiveWorkspace Live { get; private set; }

    public static IncomingIdentity User(string key) => new(IdentityKind.Customer, key);

    public static IncomingIdentity Mail(string key) => new(IdentityKind.Email, key);

    public static IncomingIdentity Device(string key) => new(IdentityKind.Anonymous, key);

    public static IncomingIdentity Company(string key) => new(IdentityKind.Account, key);

    public static IncomingFact Order(string number, long cents, IncomingRule rule = IncomingRule.OrderTotal) =>
        new() { Kind = "order", Value = cents, Currency = 1, Link = number, Rule = rule };

    public static Instant Day(double day) => new(Start.Micros + (long)(day * 86_400_000_000));

    public IncomingEvent Event(ImmutableArray<IncomingIdentity> who, ImmutableArray<IncomingFact> facts, double day = 0, string? id = null) =>
        new(id ?? (++_said).ToString(CultureInfo.InvariantCulture), Day(day), Day(day), who, facts);

    public Task<IntakeCounts> Say(Trust trust, params IncomingEvent[] events) =>
        Live.Take(new Delivery(1, trust, [.. events.Select(one => new Received(one, null))]));

    /// <summary>The facts of the subject that a key names, as kind and value, in order; empty for nobody.</summary>
    public string Facts(IdentityKind kind, string key)
    {
        int place = Live.Ask(graph => graph.Find(kind, key) is >= 0 and var identity ? graph.PlaceOf(identity) : -1).Result;
        return place < 0 || place >= Live.Histories.SubjectCount ? string.Empty
            : string.Join(' ', Live.Histories[place].Facts.ToArray().Select(fact => $"{Live.Histories.Vocabulary.NameOf(fact.Kind)}:{fact.Value}"));
    }

    public async Task<bool> AreOne(IncomingIdentity one, IncomingIdentity other) =>
        await Live.Ask(graph => graph.PlaceOf(graph.Find(one.Kind, one.Key)) == graph.PlaceOf(graph.Find(other.Kind, other.Key)));

    /// <summary>Ends the server in order and begins it again.</summary>
    public void Restart()
    {
        Live.Dispose();
        Live = LiveWorkspace.Open(_store.BeginLive, null);
    }

    /// <summary>The base as another process reads it from the store alone.</summary>
    public string Fresh(bool withoutSnapshot)
    {
        if (withoutSnapshot)
        {
            File.Delete(System.IO.Path.Combine(_folder.Path, "snapshot.bin"));
        }

        using var reader = SqliteStore.Open(_folder.Path, forWriting: false);
        return BaseText.Of(reader.Load(null));
    }

    public void Dispose()
    {
        Live.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }
}
