using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Access;

public sealed class AccessStoreTests : IDisposable
{
    private static readonly Instant _now = Instant.FromUtc(2026, 3, 1);
    private static readonly Instant _later = Instant.FromUtc(2026, 3, 2);
    private static readonly AccessKey _key = new(0, KeyKind.Server, "BI", "hash", [Scope.ExportsRead, Scope.AnalysesRead], _now, _later, Instant.Never, Browser: false);
    private static readonly Operator _person = new(0, "a@example.com", "Ada", Role.Owner, "hashed", null, 0, 0, Instant.Beginning, _now, Instant.Never);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keys_are_kept_as_they_were_given()
    {
        AccessKey key = InStore(store => store.Add(_key, By("key.created")));
        InStore(store => store.Save(key with { Revoked = _later, Browser = true }, By("key.revoked")));

        Assert.Equal(1, key.Id);
        AccessKey kept = Assert.Single(InStore(store => store.Keys()));
        Assert.Equal(key.Scopes, kept.Scopes);
        Assert.Equal(key with { Revoked = _later, Browser = true }, kept with { Scopes = key.Scopes });
    }

    [Fact]
    public void Operator_is_kept_with_every_part()
    {
        Operator person = InStore(store => store.Add(_person, By("operator.added")))!;
        Operator changed = person with { Name = "B", Role = Role.Viewer, Password = "p", Totp = "T", TotpStep = 7, Failures = 3, LockedUntil = _later, Disabled = _later };
        InStore(store => store.Save(changed, By("operator.changed"), endSessions: false));

        Assert.Equal(changed, Assert.Single(InStore(store => store.Operators())));
        Assert.Equal(Instant.Beginning, person.LockedUntil);
    }

    [Fact]
    public void Second_operator_of_an_address_is_not_added()
    {
        Assert.NotNull(InStore(store => store.Add(_person, By("operator.added"))));
        Assert.Null(InStore(store => store.Add(_person with { Name = "Other" }, By("operator.added"))));
        Assert.Single(InStore(store => store.Operators()));
        Assert.Single(InStore(store => store.AuditLog(long.MaxValue, 10)));
    }

    [Fact]
    public void Sessions_end_with_a_change_that_says_so_and_expired_ones_are_forgotten()
    {
        Operator person = InStore(store => store.Add(_person, By("operator.added")))!;
        InStore(store =>
        {
            store.Add(new Session("old", person.Id, _now, _later));
            store.Add(new Session("new", person.Id, _later, Instant.FromUtc(2026, 3, 3)));
            Assert.Null(store.FindSession("old"));
            Assert.Equal(person.Id, store.FindSession("new")!.OperatorId);
            store.Save(person, By("operator.changed"), endSessions: false);
            Assert.NotNull(store.FindSession("new"));
            store.Save(person, By("operator.changed"), endSessions: true);
            Assert.Null(store.FindSession("new"));
        });
    }

    [Fact]
    public void Set_up_link_makes_one_owner_in_its_time()
    {
        InStore(store =>
        {
            store.ReplaceSetUpLink("first", _later);
            store.ReplaceSetUpLink("second", _later);
            Assert.Null(store.UseSetUpLink("first", _person, By("operator.added")));
            Assert.Null(store.UseSetUpLink("second", _person, new Audited(_later, Caller.Nobody.Known, "operator.added")));
            Assert.Equal(1, store.UseSetUpLink("second", _person, By("operator.added"))!.Id);
            Assert.Null(store.UseSetUpLink("second", _person with { Email = "b@example.com" }, By("operator.added")));
        });
    }

    [Fact]
    public void Audit_log_is_read_backwards_in_pages()
    {
        InStore(store =>
        {
            AccessKey key = store.Add(_key, By("key.created"));
            store.Save(key, new Audited(_later, new Caller.Keyed(key), "key.public"));
            store.Write(By("backup.made"), string.Empty);

            Assert.Equal(
                [new AuditEntry(3, _now, "local", "backup.made", ""), new AuditEntry(2, _later, "key:1", "key.public", "key:1")],
                store.AuditLog(long.MaxValue, 2));
            Assert.Equal([new AuditEntry(1, _now, "local", "key.created", "key:1")], store.AuditLog(2, 2));
        });
    }

    [Fact]
    public void Named_write_is_claimed_once_and_its_answer_kept_a_day()
    {
        var write = new NamedWrite("key:1", "n-1", "request");
        var answer = new KeptAnswer(201, "application/json", "{}");
        InStore(store =>
        {
            Assert.Null(store.Claim(write, _now));
            Assert.Equal(new AnsweredWrite("request", null), store.Claim(write, _now));
            Assert.Null(store.Claim(write with { Caller = "key:2" }, _now));
            store.Keep(write, answer);
            store.Release(write); // too late: it was done
            Assert.Equal(new AnsweredWrite("request", answer), store.Claim(write, _now));
            store.Release(write with { Caller = "key:2" });
            Assert.Null(store.Claim(write with { Caller = "key:2" }, _now));
            Assert.Null(store.Claim(write, _later));
        });
    }

    [Fact]
    public void Claim_of_a_killed_server_is_let_go()
    {
        var write = new NamedWrite("key:1", "n-1", "request");
        InStore(store => Assert.Null(store.Claim(write, _now)));
        InStore(store => Assert.Null(store.Claim(write, _now)));
    }

    [Fact]
    public void Workspace_open_for_reading_shows_access_beside_its_writer_and_changes_nothing()
    {
        using IWorkspaceStore writer = Sqlite.SqliteStore.Open(_folder.Path, forWriting: true);
        using IAccessStore written = writer.OpenAccess();
        written.Add(_key, By("key.created"));
        using IWorkspaceStore reader = Sqlite.SqliteStore.Open(_folder.Path, forWriting: false);
        using IAccessStore read = reader.OpenAccess();

        Assert.Equal(1, Assert.Single(read.Keys()).Id);
        Assert.Throws<InvalidOperationException>(() => read.Add(_key, By("key.created")));
    }

    private static Audited By(string action) => new(_now, Caller.LocalOwner.Known, action);

    private void InStore(Action<IAccessStore> work) => InStore(store =>
    {
        work(store);
        return true;
    });

    private T InStore<T>(Func<IAccessStore, T> work)
    {
        using IWorkspaceStore workspace = Sqlite.SqliteStore.Open(_folder.Path, forWriting: true);
        using IAccessStore store = workspace.OpenAccess();
        return work(store);
    }
}
