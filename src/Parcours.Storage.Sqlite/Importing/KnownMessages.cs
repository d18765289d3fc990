using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>
/// Answers whether a message id is recorded. Each question goes to the file until so many were asked that reading all ids at once
/// would have cost no more; from then on they are in memory. The file's read transaction is renewed now and then: one for each
/// question costs more than the question, one for ever would stop the log beside the file from being emptied.
/// </summary>
internal sealed class KnownMessages : IDisposable
{
    /// <summary>How many ids are read in order in the time that one question to the file takes.</summary>
    internal const int IdsPerQuestion = 32;

    private const string Any = "SELECT EXISTS (SELECT 1 FROM message_ids)";
    private const string Select = "SELECT 1 FROM message_ids WHERE high = ?1 AND low = ?2";
    private const int QuestionsPerTransaction = 8192;

    private readonly string _folder;
    private readonly Database _database;
    private readonly Statement _select;
    private readonly bool _none;
    private readonly long _patience;
    private MessageSet? _all;
    private long _questions;

    /// <summary>Opens a connection of its own.</summary>
    /// <param name="patience">After how many questions all ids are read.</param>
    internal KnownMessages(string folder, long patience)
    {
        _folder = folder;
        _patience = patience;
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

        if (_questions++ == _patience)
        {
            EndTransaction();
            _all = MessageSet.Load(_folder);
        }

        return _all?.Contains(id) ?? Ask(id);
    }

    /// <summary>Lets go of what it reads, before the import is sealed.</summary>
    internal void EndTransaction() => _database.RollBack();

    /// <inheritdoc/>
    public void Dispose()
    {
        _select.Dispose();
        _database.Dispose();
    }

    private bool Ask(UInt128 id)
    {
        if (_questions % QuestionsPerTransaction == 1)
        {
            EndTransaction();
            _database.Execute(Schema.BeginRead);
        }

        bool found = _select.Bind(1, MessageIds.High(id)).Bind(2, MessageIds.Low(id)).Step();
        _select.Reset();
        return found;
    }
}
