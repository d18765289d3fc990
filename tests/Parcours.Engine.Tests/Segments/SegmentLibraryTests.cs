using Parcours.Domain.Expressions;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Definitions;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Segments;

public sealed class SegmentLibraryTests : IDisposable
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2);

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-segments-").FullName;
    private readonly SegmentLibrary _library;
    private readonly SegmentEditing _editing;

    public SegmentLibraryTests()
    {
        _library = new SegmentLibrary(_folder, LifecycleLibrary.BuiltIn());
        _editing = new SegmentEditing(_folder, _library);
    }

    [Fact]
    public void Saved_segment_is_found_with_all_that_was_said()
    {
        const string text = """
            segment: big-spenders
            name: { en: Big spenders, fr: Gros acheteurs }
            description: { en: Worth a call, fr: Méritent un appel }
            owner: Claire
            strategy: loyalty
            where: spend(within 1 year) >= 500 and consent(email, newsletter)
            """;
        Save("big-spenders", text, note: "first");

        SegmentDefinition found = _library.Find("big-spenders")!;

        Assert.Equal(["big-spenders"], _library.Ids);
        Assert.Equal(("Gros acheteurs", "Worth a call", "Claire", "loyalty"), (found.Name.Fr, found.Description.En, found.Owner, found.Strategy));
        Assert.Equal("spend(within 1 year) >= 500 and consent(email, newsletter)", found.Where!.Text);
        Assert.Equal(text, _library.TextOf("big-spenders"));
        Assert.Equal([new SegmentVersion(Monday, "operator:1", "first", text, null)], _library.HistoryOf("big-spenders"));
    }

    [Fact]
    public void Changelog_keeps_every_change_and_the_end()
    {
        Save("one", "segment: one\nwhere: orders >= 1\n", note: "a");
        Save("one", "segment: one\nwhere: orders >= 2\n", note: "b");
        File.AppendAllText(Path.Combine(_folder, "segments", "history", "one.jsonl"), "{\"at\":\"2026-03");
        _editing.Remove("one", string.Empty, "local", "c", Monday);

        Assert.Empty(_library.Ids);
        Assert.Null(_library.Find("one"));
        Assert.Equal([("a", false), ("b", false), ("c", true)], _library.HistoryOf("one").Select(version => (version.Note, version.Text is null)));
    }

    [Theory]
    [InlineData("segment: one", 1, 1, null, "does not say who is in it")]
    [InlineData("segment: one\nwhere: ordres >= 2", 2, 8, "orders", "not a word")]
    [InlineData("segment: one\nwhere: segment(tow)", 2, 16, "two", "no segment")]
    [InlineData("segment: one\nwhere: segment(one)", 2, 16, null, "one → one")]
    [InlineData("segment: one\nwhere: |\n  orders >= 2 and\n  segment(three)", 4, 11, null, "one → three → two → one")]
    [InlineData("segment: one\nwhere: stage(crm-segment) = lost", 2, 14, null, "no lifecycle")]
    [InlineData("segment: one\nwhere: score(stopped-buyin) >= 0.5", 2, 14, "stopped-buying", "no churn definition")]
    [InlineData("segment: One\nwhere: always", 1, 10, null, "no name of a segment")]
    [InlineData("segment: one\nlist: true\nwhere: always", 3, 8, null, "a list has no condition")]
    [InlineData("segment: one\nwhere: in_stage > 3 days", 2, 8, null, "no stage outside a lifecycle")]
    [InlineData("segment: one\nwher: always", 2, 1, "where", "no \"wher\"")]
    [InlineData("segment: one\nsubject: acount\nwhere: always", 2, 10, "account", "subject is")]
    public void Error_says_where_and_what(string text, int line, int column, string? nearest, string problem)
    {
        Save("one", "segment: one\nwhere: always");
        Save("two", "segment: two\nwhere: segment(one)");
        Save("three", "segment: three\nwhere: segment('two')");

        (SegmentDefinition? definition, var errors) = _library.Check(text);

        Assert.Null(definition);
        ExpressionError error = errors.First(one => one.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.Equal((line, column, nearest), (error.Line, error.Column, error.Nearest));
    }

    [Fact]
    public void Second_editor_is_told_and_nothing_is_written_over()
    {
        Save("one", "segment: one\nwhere: orders >= 1");
        string read = _editing.TagOf("one")!;
        Save("one", "segment: one\nwhere: orders >= 2", known: read);

        var refused = Assert.Throws<SegmentException>(() => Save("one", "segment: one\nwhere: orders >= 3", known: read));
        var gone = Assert.Throws<SegmentException>(() => _editing.Remove("one", read, "operator:2", string.Empty, Monday));
        var twice = Assert.Throws<SegmentException>(() => Save("one", "segment: one\nwhere: orders >= 4", known: null));

        Assert.All([refused, gone, twice], told => Assert.Equal(new SegmentRefusal.Changed("one", "segment: one\nwhere: orders >= 2"), told.Refusal));
        Assert.Equal(2, _library.HistoryOf("one").Count);
    }

    [Fact]
    public void Segment_that_another_reads_is_not_removed()
    {
        Save("one", "segment: one\nwhere: always");
        Save("two", "segment: two\nwhere: not segment(one)");

        var refused = Assert.Throws<SegmentException>(() => _editing.Remove("one", string.Empty, "local", string.Empty, Monday));

        Assert.Equal(["two"], Assert.IsType<SegmentRefusal.Read>(refused.Refusal).By);
        Assert.Equal(["one", "two"], _library.Ids);
    }

    [Fact]
    public void List_keeps_its_keys_until_others_are_given_or_somebody_is_erased()
    {
        Save("fair", "segment: fair\nlist: true", ["c1", "c2", "c3"]);
        Save("fair", "segment: fair\nowner: Zoé\nlist: true");
        Assert.Equal(["c1", "c2", "c3"], _library.KeysOf("fair"));

        Assert.Equal(["fair"], _editing.Forget(new HashSet<string> { "c2", "c9" }));
        Assert.Equal(["c1", "c3"], _library.KeysOf("fair"));
        Assert.Empty(_editing.Forget(new HashSet<string> { "c9" }));

        Assert.IsType<SegmentRefusal.KeysMissing>(Assert.Throws<SegmentException>(() => Save("other", "segment: other\nlist: true")).Refusal);
    }

    [Theory]
    [InlineData("../secrets")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("A")]
    public void Name_that_is_none_reaches_no_file(string name)
    {
        File.WriteAllText(Path.Combine(_folder, "secrets.yaml"), "segment: secrets\nwhere: always");

        Assert.Null(_library.Find(name));
        Assert.Empty(_library.KeysOf(name));
        Assert.Empty(_library.HistoryOf(name));
        Assert.Throws<SegmentException>(() => Save(name, $"segment: '{name}'\nwhere: always"));
    }

    [Fact]
    public void File_under_another_name_or_with_an_error_is_told()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "segments"));
        File.WriteAllText(Path.Combine(_folder, "segments", "mine.yaml"), "segment: yours\nwhere: always");
        File.WriteAllText(Path.Combine(_folder, "segments", "broken.yaml"), "segment: broken\nwhere: orders >");

        Assert.Contains("defines \"yours\"", Assert.Throws<DefinitionException>(() => _library.Find("mine")).Message, StringComparison.Ordinal);
        Assert.Contains("line 2", Assert.Throws<DefinitionException>(() => _library.Find("broken")).Message, StringComparison.Ordinal);
        Assert.Equal("yours", Assert.IsType<SegmentRefusal.OtherName>(Assert.Throws<SegmentException>(() => Save("mine", "segment: yours\nwhere: always")).Refusal).Written);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Save(string id, string text, string[]? keys = null, string? known = "", string note = "") => _editing.Save(id, text, keys, known, "operator:1", note, Monday);
}
