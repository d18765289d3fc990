using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Lifecycles;

/// <summary>Orders with a store and who sold them, from the file to the stages of a lifecycle that asks for them.</summary>
public sealed class DeclaredPropertyTests : IDisposable
{
    private const string Lifecycle = """
        lifecycle: lyon-regulars
        stages:
          - { id: regular, when: count(order where store = 'Lyon') >= 2 }
          - { id: saver, when: "ever(order where vendeuse_du_jour in ('Zoé', 'Lou') and discount > 2)" }
          - { id: other, when: always }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-properties-").FullName;
    private readonly TestRun _run = new(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));

    public DeclaredPropertyTests()
    {
        File.WriteAllText(PathOf("orders.csv"), """
            customer,date,amount,magasin,Vendeuse du jour,discount
            ada,2024-01-01,20,Lyon,,
            ada,2024-02-01,20,Lyon,Zoé,"3,00"
            bob,2024-01-01,20,Lyon,Zoé,"2,50"
            bob,2024-02-01,20,Paris,,
            eve,2024-01-01,20,Paris,Lou,1
            max,2024-01-01,20,,,
            """);
        Directory.CreateDirectory(PathOf("ws/lifecycles"));
        File.WriteAllText(PathOf("ws/lifecycles/lyon-regulars.yaml"), Lifecycle);
        Assert.Equal(ExitCode.Done, Run("import", PathOf("orders.csv")));
    }

    [Fact]
    public void Declared_properties_decide_stages_from_the_store_and_from_the_snapshot()
    {
        Declare("properties:\n  order: [store, vendeuse_du_jour, { name: discount, type: number }]\n");
        for (int start = 0; start < 2; start++)
        {
            Assert.True(Run("lifecycle", "show", "lyon-regulars", "--at", "2024-03-01", "--json") == ExitCode.Done, _run.Error);
            Assert.Equal([("regular", 1), ("saver", 1), ("other", 2)], Counts());
            Assert.Equal(ExitCode.Done, Run("rfm")); // writes the snapshot that the second start reads
            Assert.True(File.Exists(PathOf("ws/snapshot.bin")));
        }

        Assert.True(Run("customer", "bob", "--lifecycle", "lyon-regulars", "--at", "2024-03-01") == ExitCode.Done, _run.Error);
        Assert.Contains("saver", _run.Out, StringComparison.Ordinal);

        File.WriteAllText(PathOf("later.csv"), "customer,date,amount,magasin\nmax,2023-12-01,20,Lyon\nmax,2024-02-01,20,Lyon\n");
        Assert.Equal(ExitCode.Done, Run("import", PathOf("later.csv")));
        Run("lifecycle", "show", "lyon-regulars", "--at", "2024-03-01", "--json");
        Assert.Equal([("regular", 2), ("saver", 1), ("other", 1)], Counts());
    }

    [Fact]
    public void Undeclared_property_is_refused_with_the_line_to_write()
    {
        Declare("properties:\n  order: [vendeuse_du_jour, { name: discount, type: number }]\n");
        const string Line = "line 3, column 44: \"store\" is not declared: write under properties: in properties.yaml: order: [{ name: discount, type: number }, vendeuse_du_jour, store]";
        Assert.Equal(ExitCode.Refused, Run("lifecycle", "show", "lyon-regulars"));
        Assert.Contains(Line, _run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, Run("lifecycle", "check", PathOf("ws/lifecycles/lyon-regulars.yaml")));
        Assert.Contains(Line, _run.Error, StringComparison.Ordinal);

        Declare("properties:\n  order: [store, vendeuse_du_jour, { name: discount, type: number }]\n");
        Assert.Equal(ExitCode.Done, Run("lifecycle", "check", PathOf("ws/lifecycles/lyon-regulars.yaml")));
    }

    [Fact]
    public void Check_without_a_workspace_knows_no_property()
    {
        Assert.Equal(ExitCode.Refused, _run.Run("lifecycle", "check", PathOf("ws/lifecycles/lyon-regulars.yaml"), "--workspace", PathOf("nowhere")));
        Assert.Contains("\"store\" is not declared: write under properties: in properties.yaml: order: [store]", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Churn_definition_reads_declared_properties()
    {
        string file = PathOf("leaving-lyon.yaml");
        File.WriteAllText(file, "churn: leaving-lyon\neligible: count(order where store = 'Lyon') >= 1\noutcome: never(order within horizon)\nhorizon: 30 days\n");
        Assert.Equal(ExitCode.Refused, Run("churn", file, "--at", "2024-03-01"));
        Assert.Contains("line 2, column 29: \"store\" is not declared", _run.Error, StringComparison.Ordinal);
        Declare("properties: { order: [store] }");
        Run("churn", file, "--at", "2024-03-01");
        Assert.DoesNotContain("store", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Faulty_file_of_properties_is_refused_in_the_language_of_the_reader()
    {
        Declare("properties:\n  ordre: [store]\n");
        Assert.Equal(ExitCode.Refused, Run("lifecycle", "show", "crm-segments", "--lang", "fr"));
        Assert.Contains("properties.yaml est inutilisable : line 2, column 3: \"ordre\"", _run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IEnumerable<(string Id, int Customers)> Counts() => JsonDocument.Parse(_run.Out).RootElement.GetProperty("stages").EnumerateArray()
        .Select(stage => (stage.GetProperty("id").GetString()!, stage.GetProperty("subjects").GetInt32()));

    private void Declare(string text) => File.WriteAllText(PathOf("ws/properties.yaml"), text);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private int Run(params string[] words) => _run.Run([.. words, "--workspace", PathOf("ws")]);
}
