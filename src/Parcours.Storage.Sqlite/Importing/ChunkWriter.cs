using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Import;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>Writes numbered rows, one by one or by chunks, into the open transaction. Used from one thread.</summary>
internal sealed class ChunkWriter : IDisposable
{
    private const string InsertFact = """
        INSERT INTO facts (id, identity, at, kind, value, item, currency, channel_flags, link, hash, quantity, until, actor, link_key, payload)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """;

    private const string InsertIdentity = "INSERT INTO identities (id, kind, key) VALUES (?1, ?2, ?3)";
    private const string InsertJoin = "INSERT INTO joins (id, identity, other) VALUES (?1, ?2, ?3)";
    private const string InsertTerm = "INSERT INTO terms (id, text) VALUES (?1, ?2)";
    private const string InsertKind = "INSERT INTO kinds (id, name) VALUES (?1, ?2)";
    private const string InsertQuarantine = "INSERT INTO quarantine (import, number, line, reason, raw) VALUES (?1, ?2, ?3, ?4, ?5)";

    private readonly Statement _fact;
    private readonly Statement _identity;
    private readonly Statement _join;
    private readonly Statement _term;
    private readonly Statement _kind;
    private readonly Statement _quarantine;
    private bool _sparseBound = true;

    internal ChunkWriter(Database database)
    {
        _fact = database.Prepare(InsertFact);
        _identity = database.Prepare(InsertIdentity);
        _join = database.Prepare(InsertJoin);
        _term = database.Prepare(InsertTerm);
        _kind = database.Prepare(InsertKind);
        _quarantine = database.Prepare(InsertQuarantine);
    }

    /// <summary>Writes a chunk; its rows take the numbers that end at its marks.</summary>
    internal void Write(StagedChunk chunk)
    {
        Marks end = chunk.End.Marks;
        for (int i = 0; i < chunk.Identities.Count; i++)
        {
            (byte kind, string key) = chunk.Identities[i];
            WriteIdentity(end.Identities - chunk.Identities.Count + i, kind, key);
        }

        for (int i = 0; i < chunk.Terms.Count; i++)
        {
            WriteTerm(end.Terms - chunk.Terms.Count + i + 1, chunk.Terms[i]);
        }

        for (int i = 0; i < chunk.Kinds.Count; i++)
        {
            WriteKind(end.Kinds - chunk.Kinds.Count + i, chunk.Kinds[i]);
        }

        for (int i = 0; i < chunk.Joins.Count; i++)
        {
            (int identity, int other) = chunk.Joins[i];
            _join.Bind(1, end.Joins - chunk.Joins.Count + i + 1).Bind(2, identity).Bind(3, other).Run();
        }

        for (int i = 0; i < chunk.Quarantined.Count; i++)
        {
            (long line, string reason, string text) = chunk.Quarantined[i];
            long number = chunk.End.Quarantined - chunk.Quarantined.Count + i + 1;
            _quarantine.Bind(1, end.Import).Bind(2, number).Bind(3, line).Bind(4, reason).Bind(5, text).Run();
        }

        long first = end.Facts - chunk.FactCount + 1;
        for (int i = 0; i < chunk.FactCount; i++)
        {
            WriteFact(first + i, in chunk.Facts[i]);
        }
    }

    /// <summary>Writes an identity.</summary>
    internal void WriteIdentity(int number, byte kind, string key) => _identity.Bind(1, number).Bind(2, kind).Bind(3, key).Run();

    /// <summary>Writes a term.</summary>
    internal void WriteTerm(int number, string text) => _term.Bind(1, number).Bind(2, text).Run();

    /// <summary>Writes a custom kind.</summary>
    internal void WriteKind(int number, string name) => _kind.Bind(1, number).Bind(2, name).Run();

    /// <summary>Writes a fact.</summary>
    internal void WriteFact(long id, in StoredFact stored)
    {
        _fact.Bind(1, id).Bind(2, stored.Identity).Bind(3, stored.Fact.At.Micros).Bind(4, (ushort)stored.Fact.Kind).Bind(5, stored.Fact.Value)
            .Bind(6, stored.Fact.Item).Bind(7, stored.Fact.Currency).Bind(8, stored.Fact.ChannelAndFlags).Bind(9, stored.Link)
            .Bind(10, (long)(ulong)(stored.MessageId >> 64));
        bool sparse = stored.Extra != Extra.None || stored.LinkKey is not null || stored.Payload is not null;
        if (sparse || _sparseBound)
        {
            // Most facts have none of these, and a parameter keeps its value from one run to the next.
            BindSparse(in stored);
            _sparseBound = sparse;
        }

        _fact.Step();
        _fact.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _fact.Dispose();
        _identity.Dispose();
        _join.Dispose();
        _term.Dispose();
        _kind.Dispose();
        _quarantine.Dispose();
    }

    private void BindSparse(in StoredFact stored)
    {
        if (stored.Extra == Extra.None)
        {
            _fact.BindNull(11).BindNull(12).BindNull(13);
        }
        else
        {
            _fact.Bind(11, stored.Extra.Quantity);
            _ = stored.Extra.Until == Instant.Never ? _fact.BindNull(12) : _fact.Bind(12, stored.Extra.Until.Micros);
            _ = stored.Extra.Actor < 0 ? _fact.BindNull(13) : _fact.Bind(13, stored.Extra.Actor);
        }

        _fact.Bind(14, stored.LinkKey).Bind(15, stored.Payload);
    }
}
