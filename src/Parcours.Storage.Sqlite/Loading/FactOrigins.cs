using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>Asks the store for what orders a fact, on a connection of its own; may be asked from several threads.</summary>
internal sealed class FactOrigins(string folder) : IDisposable
{
    private const string Select = "SELECT at, hash FROM facts WHERE id = ?1";

    private readonly Lock _lock = new();
    private Database? _database;
    private Statement? _select;

    /// <summary>The origin of a fact.</summary>
    internal FactOrigin Of(long factId)
    {
        lock (_lock)
        {
            _database ??= WorkspaceFile.OpenToRead(folder);
            _select ??= _database.Prepare(Select);
            _select.Bind(1, factId).Step();
            var origin = new FactOrigin(new Instant(_select.Int64(0)), _select.Int64(1));
            _select.Reset();
            return origin;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _select?.Dispose();
        _database?.Dispose();
    }
}
