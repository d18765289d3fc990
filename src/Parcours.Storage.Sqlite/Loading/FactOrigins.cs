using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>Asks the store for what orders a fact, on a connection of its own; may be asked from several threads.</summary>
internal sealed class FactOrigins(string folder) : IDisposable
{
    private const string Select = "SELECT at, hash, identity FROM facts WHERE id = ?1";

    private readonly Lock _lock = new();
    private Database? _database;
    private Statement? _select;

    /// <summary>The origin of a fact.</summary>
    internal FactOrigin Of(long factId) => Ask(factId, row => new FactOrigin(new Instant(row.Int64(0)), row.Int64(1)));

    /// <summary>The identity a fact is of.</summary>
    internal int IdentityOf(long factId) => Ask(factId, row => row.Int32(2));

    private T Ask<T>(long factId, Func<Statement, T> read)
    {
        lock (_lock)
        {
            _database ??= WorkspaceFile.OpenToRead(folder);
            _select ??= _database.Prepare(Select);
            _select.Bind(1, factId).Step();
            T answer = read(_select);
            _select.Reset();
            return answer;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _select?.Dispose();
        _database?.Dispose();
    }
}
