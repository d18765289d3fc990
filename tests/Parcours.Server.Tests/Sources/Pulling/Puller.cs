using Parcours.Engine.Identity;
using Parcours.Engine.Live;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Sources.Pulling;

/// <summary>A workspace of its own, and a source of it that is asked; it can be killed and begun again.</summary>
internal sealed class Puller : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-pull-").FullName;
    private SqliteStore _store;
    private LiveWorkspace _live;

    internal Puller(string kind, Uri address, PullOptions? options = null, Func<SourceRequest, SourceRequest>? with = null)
    {
        Options = (options ?? new PullOptions { PageSize = 2 }) with { AllowLoopback = true };
        var request = new SourceRequest(kind, "shop") { Address = address.ToString(), Token = "key:secret" };
        Book = new SourceBook(_folder, Time);
        Book.Add(with?.Invoke(request) ?? request, allowLoopback: true);
        (_store, _live) = Open();
    }

    internal SwiftTime Time { get; } = new();

    internal PullOptions Options { get; }

    internal SourceBook Book { get; private set; }

    /// <summary>Asks the source for all there is.</summary>
    internal Task<PullState> PullAsync(CancellationToken cancellation = default) => new PullRun(Book, _live, _store, Options, Time).RunAsync(Book.Find("shop")!, cancellation);

    /// <summary>Ends and begins again, as after a stop.</summary>
    internal void Restart()
    {
        _live.Dispose();
        _store.Dispose();
        Book = new SourceBook(_folder, Time);
        (_store, _live) = Open();
    }

    /// <summary>Puts back an earlier state, as when the kill came after a page was stored and before its cursor was.</summary>
    internal void Forget(PullState state) => state.Write(Book.StateOf("shop"));

    /// <summary>The facts of a person, as kind and value, in order; empty for nobody.</summary>
    internal string Facts(IdentityKind kind, string key)
    {
        int place = _live.Ask(graph => graph.Find(kind, key) is >= 0 and var identity ? graph.PlaceOf(identity) : -1).Result;
        return place < 0 || place >= _live.Histories.SubjectCount ? string.Empty
            : string.Join(' ', _live.Histories[place].Facts.ToArray().Where(fact => fact.Kind != Domain.Facts.FactKind.AttributeChanged).Select(fact => $"{_live.Histories.Vocabulary.NameOf(fact.Kind)}:{fact.Value}"));
    }

    /// <summary>How many facts of a kind there are in all.</summary>
    internal int Count(Domain.Facts.FactKind kind) =>
        Enumerable.Range(0, _live.Histories.SubjectCount).Sum(place => _live.Histories[place].Facts.ToArray().Count(fact => fact.Kind == kind));

    public void Dispose()
    {
        _live.Dispose();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private (SqliteStore Store, LiveWorkspace Live) Open()
    {
        SqliteStore store = SqliteStore.Open(_folder, forWriting: true);
        return (store, LiveWorkspace.Open(store.BeginLive, null));
    }
}
