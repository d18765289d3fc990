using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Snapshots;

/// <summary>Declared properties through snapshots, tails, overlays and changed declarations: always what a rebuild gives.</summary>
public sealed class PropertySnapshotTests : IDisposable
{
    private const string Lines = "properties:\n  order_line: [note, { name: weight, type: number }]\n";
    private const string LinesAndOwnKind = "properties:\n  order_line: [note]\n  custom_1: [note]\n";

    private readonly StoreFolder _folder = new();

    private string SnapshotPath => Path.Combine(_folder.Path, "snapshot.bin");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Snapshot_and_tail_give_what_a_rebuild_gives(int mostInOverlay)
    {
        for (int seed = 1; seed <= 6; seed++)
        {
            (HistoryBase extended, HistoryBase rebuilt) = GrownHistories.Of(seed, mostInOverlay, Lines);

            Assert.Contains("    note = é1\n    weight = ", BaseText.Of(rebuilt), StringComparison.Ordinal);
            const string Condition = "count(order_line where note = 'é1' and weight > 3) >= 1 and not ever(order_line where weight = 0.5 within 2 weeks)";
            bool[] answers = Answers(rebuilt, Condition);
            Assert.Contains(true, answers);
            Assert.Contains(false, answers);
            Assert.Equal(answers, Answers(extended, Condition));
            Assert.Equal(answers, Answers(extended.Compact(), Condition));
        }
    }

    [Fact]
    public void Snapshot_keeps_the_columns_and_is_not_written_again()
    {
        using SqliteStore store = Imported(Lines);
        string expected = BaseText.Of(store.Load(null));
        store.SaveSnapshot(store.Load(null));
        DateTime written = File.GetLastWriteTimeUtc(SnapshotPath);

        HistoryBase read = store.Load(null);
        store.SaveSnapshot(read);

        Assert.Equal(expected, BaseText.Of(read));
        Assert.Equal(written, File.GetLastWriteTimeUtc(SnapshotPath));
    }

    [Fact]
    public void Another_declaration_is_read_anew_and_saved()
    {
        using SqliteStore store = Imported(Lines);
        store.SaveSnapshot(store.Load(null));
        long before = new FileInfo(SnapshotPath).Length;
        Declare(_folder.Path, LinesAndOwnKind);

        HistoryBase other = store.Load(null);
        Assert.Equal(["note"], other.Properties.Names);
        Assert.Contains(true, Answers(other, "ever(custom_1 where note = 'é2')"));
        store.SaveSnapshot(other);
        Assert.NotEqual(before, new FileInfo(SnapshotPath).Length);
        Assert.Equal(BaseText.Of(other), BaseText.Of(store.Load(null)));

        File.Delete(Path.Combine(_folder.Path, "properties.yaml"));
        Assert.Empty(store.Load(null).Properties.Declared);
    }

    [Fact]
    public void Snapshot_without_declarations_is_as_it_always_was()
    {
        using SqliteStore store = Imported(Lines);
        File.Delete(Path.Combine(_folder.Path, "properties.yaml"));
        store.SaveSnapshot(store.Load(null));
        byte[] before = File.ReadAllBytes(SnapshotPath);
        Declare(_folder.Path, Lines);
        store.SaveSnapshot(store.Load(null));
        Assert.True(new FileInfo(SnapshotPath).Length > before.Length);

        File.Delete(Path.Combine(_folder.Path, "properties.yaml"));
        store.SaveSnapshot(store.Load(null));

        Assert.Equal(before, File.ReadAllBytes(SnapshotPath));
    }

    [Fact]
    public void Faulty_file_is_refused_with_its_place()
    {
        using SqliteStore store = Imported("properties:\n  ordre: [note]\n");
        var refused = Assert.IsType<WorkspaceRefusal.PropertiesInvalid>(Assert.Throws<WorkspaceException>(() => store.Load(null)).Refusal);
        Assert.Equal((2, 3, "order"), (refused.Error.Line, refused.Error.Column, refused.Error.Nearest));
    }

    private static bool[] Answers(HistoryBase histories, string text)
    {
        var condition = Condition.Compile(new SourceText(text), histories, out ExpressionError? error);
        Assert.True(condition is not null, error?.ToString());
        return [.. Enumerable.Range(0, histories.SubjectCount).OrderBy(histories.Subjects.KeyOf, StringComparer.Ordinal).Select(subject => condition.Holds(subject, Instant.FromUtc(2024, 3, 10)))];
    }

    private static void Declare(string folder, string text) => File.WriteAllText(Path.Combine(folder, "properties.yaml"), text);

    private SqliteStore Imported(string declared)
    {
        var store = SqliteStore.Open(_folder.Path, forWriting: true);
        Declare(_folder.Path, declared);
        new MadeFacts("a.csv", 2000).ImportInto(store);
        return store;
    }
}
