using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Parcours.Server.Hosting;

namespace Parcours.Server.Imports;

/// <summary>The folder of uploads: one folder each, with the file, what was asked and what became of it. A file goes once it is imported; the account stays.</summary>
internal sealed class ImportShelf(ServerOptions options, IOptions<JsonOptions> json)
{
    private const string Asked = "asked.json";
    private const string State = "state.json";

    private readonly string _folder = Path.Combine(options.Workspace, "imports");
    private readonly Lock _gate = new();

    /// <summary>The folder of an import.</summary>
    internal string FolderOf(int id) => Path.Combine(_folder, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>The file of an import.</summary>
    internal string FileOf(ImportAsked asked) => Path.Combine(FolderOf(asked.Id), "upload", asked.File);

    /// <summary>Makes room for an upload.</summary>
    /// <returns>Its number.</returns>
    internal int Open()
    {
        lock (_gate)
        {
            Directory.CreateDirectory(_folder);
            int id = Numbers().DefaultIfEmpty(0).Max() + 1;
            Directory.CreateDirectory(Path.Combine(FolderOf(id), "upload"));
            return id;
        }
    }

    /// <summary>Keeps what was asked, once the whole file is there: from now on it will be imported, also after a crash.</summary>
    internal void Keep(ImportAsked asked) => Write(Path.Combine(FolderOf(asked.Id), Asked), asked);

    /// <summary>Keeps what became of it.</summary>
    internal void Keep(int id, ImportState state) => Write(Path.Combine(FolderOf(id), State), state);

    /// <summary>What was asked of an import; null for an unknown number, or an upload that was broken off.</summary>
    internal ImportAsked? Find(int id) => Read<ImportAsked>(Path.Combine(FolderOf(id), Asked));

    /// <summary>What became of an import, as last kept.</summary>
    internal ImportState StateOf(int id) => Read<ImportState>(Path.Combine(FolderOf(id), State)) ?? ImportState.AtFirst;

    /// <summary>All imports, the latest first.</summary>
    internal IEnumerable<ImportAsked> All() => Numbers().OrderDescending().Select(Find).OfType<ImportAsked>();

    /// <summary>Forgets an upload that was broken off.</summary>
    internal void Drop(int id) => Directory.Delete(FolderOf(id), recursive: true);

    /// <summary>Lets go of the file of an import that ended.</summary>
    internal void DropFile(ImportAsked asked) => File.Delete(FileOf(asked));

    private IEnumerable<int> Numbers() => Directory.Exists(_folder)
        ? Directory.GetDirectories(_folder).Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)
        : [];

    // Whole or not at all: a crash leaves what was there.
    private void Write<T>(string path, T value)
    {
        string part = path + ".part";
        File.WriteAllBytes(part, JsonSerializer.SerializeToUtf8Bytes(value, json.Value.SerializerOptions));
        File.Move(part, path, overwrite: true);
    }

    private T? Read<T>(string path)
        where T : class => File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), json.Value.SerializerOptions) : null;
}
