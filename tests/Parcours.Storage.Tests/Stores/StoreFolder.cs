namespace Parcours.Storage.Stores;

/// <summary>A workspace folder of one test, removed after it.</summary>
internal sealed class StoreFolder : IDisposable
{
    internal StoreFolder() => Path = Directory.CreateTempSubdirectory("parcours-store-").FullName;

    internal string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
