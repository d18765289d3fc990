using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite;

namespace Parcours.Storage.Stores;

public sealed class SqliteStoreTests : StoreTests
{
    private protected override IWorkspaceStore Open(bool forWriting) => SqliteStore.Open(Folder, forWriting);

    private protected override IWorkspaceStore OpenIn(string folder, bool forWriting) => SqliteStore.Open(folder, forWriting);
}
