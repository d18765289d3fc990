using Parcours.Engine.Import;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>The row of an import: what it is of, how far it has come, and at last that it is sealed.</summary>
internal static class ImportRow
{
    private const string SelectUnsealed = """
        SELECT id, facts, identities, terms, kinds, joins, quarantined, name, kind, fingerprint
        FROM imports WHERE sealed = 0
        """;

    private const string Insert = """
        INSERT INTO imports (id, name, kind, fingerprint, sealed, facts, identities, terms, kinds, joins, quarantined)
        VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?9, 0)
        """;

    private const string UpdateProgress = """
        UPDATE imports SET facts = ?2, identities = ?3, terms = ?4, kinds = ?5, joins = ?6, quarantined = ?7
        WHERE id = ?1
        """;

    private const string UpdateSealed = """
        UPDATE imports SET sealed = 1, lines_read = ?2, lines_stored = ?3, lines_duplicate = ?4, lines_quarantined = ?5,
          customers = ?6, orders = ?7, refunds = ?8
        WHERE id = ?1
        """;

    private const string SealLive = "UPDATE imports SET sealed = 1 WHERE id = ?1";

    private const string DeleteUnsealed = "DELETE FROM imports WHERE sealed = 0";

    /// <summary>The import that was interrupted, if there is one.</summary>
    internal static (ImportSource Source, Progress Progress)? Unsealed(Database database)
    {
        using Statement select = database.Prepare(SelectUnsealed);
        return select.Step()
            ? (new ImportSource(select.Text(7)!, select.Text(8)!, select.Text(9)!), new Progress(Marks.Read(select), select.Int64(6)))
            : null;
    }

    /// <summary>Begins an import after what is sealed.</summary>
    internal static Progress Begin(Database database, ImportSource source, Marks before)
    {
        Marks marks = before with { Import = before.Import + 1 };
        using Statement insert = database.Prepare(Insert);
        insert.Bind(1, marks.Import).Bind(2, source.Name).Bind(3, source.Kind).Bind(4, source.Fingerprint)
            .Bind(5, marks.Facts).Bind(6, marks.Identities).Bind(7, marks.Terms).Bind(8, marks.Kinds).Bind(9, marks.Joins)
            .Run();
        return new Progress(marks, 0);
    }

    /// <summary>Begins a session of messages: what it writes is seen as it is written.</summary>
    internal static Marks BeginLive(Database database, Marks before)
    {
        Marks marks = Begin(database, new ImportSource("live", "live", Guid.NewGuid().ToString("N")), before).Marks;
        using Statement seal = database.Prepare(SealLive);
        seal.Bind(1, marks.Import).Run();
        return marks;
    }

    /// <summary>Records how far it has come, in the transaction that makes it so.</summary>
    internal static void Save(Database database, Progress progress)
    {
        Marks marks = progress.Marks;
        using Statement update = database.Prepare(UpdateProgress);
        update.Bind(1, marks.Import).Bind(2, marks.Facts).Bind(3, marks.Identities).Bind(4, marks.Terms).Bind(5, marks.Kinds)
            .Bind(6, marks.Joins).Bind(7, progress.Quarantined)
            .Run();
    }

    /// <summary>Records that it is sealed, and its account.</summary>
    internal static void Seal(Database database, long import, ImportCounts counts)
    {
        using Statement update = database.Prepare(UpdateSealed);
        update.Bind(1, import).Bind(2, counts.Read).Bind(3, counts.Stored).Bind(4, counts.Duplicates).Bind(5, counts.Quarantined)
            .Bind(6, counts.Customers).Bind(7, counts.Orders).Bind(8, counts.Refunds)
            .Run();
    }

    /// <summary>Forgets the import that is not sealed: what it left behind is then nobody's.</summary>
    internal static void Drop(Database database) => database.Execute(DeleteUnsealed);
}
