using System.Text;

namespace Parcours.Engine.Import;

/// <summary>A folder of small files and a workspace to import them into, at a fixed time.</summary>
internal sealed class Shop : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-import-").FullName;

    public MemoryStore Store { get; } = new();

    public DateTimeOffset Now { get; init; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public string QuarantineFolder => Path.Combine(_folder, "quarantine");

    public string Write(string text, string name = "orders.csv", Encoding? encoding = null) => Write((encoding ?? new UTF8Encoding(false)).GetBytes(text), name);

    public string Write(byte[] bytes, string name = "orders.csv")
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public ImportOutcome Import(string text, Func<ImportRequest, ImportRequest>? with = null, string name = "orders.csv") => ImportFile(Write(text, name), with);

    public ImportOutcome ImportFile(string path, Func<ImportRequest, ImportRequest>? with = null)
    {
        ImportPlan? plan = Importer.Plan(Request(path, with), out ImportRefusal? refusal);
        return plan is null ? new ImportOutcome(null, refusal) : new Importer(new FixedTime(Now)).Run(plan, Store, null);
    }

    public ImportPlan Plan(string text, Func<ImportRequest, ImportRequest>? with = null, string name = "orders.csv")
    {
        ImportPlan? plan = Importer.Plan(Request(Write(text, name), with), out ImportRefusal? refusal);
        Assert.Null(refusal);
        return plan!;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ImportRequest Request(string path, Func<ImportRequest, ImportRequest>? with)
    {
        var request = new ImportRequest(path) { QuarantineFolder = QuarantineFolder };
        return with is null ? request : with(request);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
