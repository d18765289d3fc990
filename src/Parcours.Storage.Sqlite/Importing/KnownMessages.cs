using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>
/// Answers whether a message id is recorded, on a connection of its own. Its read transaction is renewed now and then: one for each
/// question costs more than the question, one for ever would stop the log beside the file from being emptied.
/// </summary>
internal sealed class KnownMessages : IDisposable
{
    private const string Any = "SELECT EXISTS (SELECT 1 FROM message_ids)";
    private const string Select = "SELECT 1 FROM message_ids WHERE high = ?1 AND low = ?2";
    private const int QuestionsPerTransaction = 8192;

    private readonly Database _database;
    private readonly Statement _select;
    private readonly bool _none;
    private int _questions;

    internal KnownMessages(string folder)
    {
        _database = WorkspaceFile.OpenToRead(folder);
        _database.Execute(Schema.LargeCache);
        _database.Execute(Schema.MapForReading);
        _none = _database.Scalar(Any) == 0;
        _select = _database.Prepare(Select);
    }

    /// <summary>Whether it is recorded.</summary>
    internal bool Contains(UInt128 id)
    {
        if (_none)
        {
            return false;
        }

        if (_questions++ % QuestionsPerTransaction == 0)
        {
            EndTransaction();
            _database.Execute(Schema.BeginRead);
        }

        bool found = _select.Bind(1, MessageIds.High(id)).Bind(2, MessageIds.Low(id)).Step();
        _select.Reset();
        return found;
    }

    /// <summary>Lets go of what it reads, before the import is sealed.</summary>
    internal void EndTransaction() => _database.RollBack();

    /// <inheritdoc/>
    public void Dispose()
    {
        _select.Dispose();
        _database.Dispose();
    }
}
