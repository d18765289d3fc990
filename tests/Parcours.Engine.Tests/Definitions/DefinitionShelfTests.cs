using Parcours.Domain.Time;

namespace Parcours.Engine.Definitions;

public sealed class DefinitionShelfTests : IDisposable
{
    private static readonly Instant _now = Instant.FromUtc(2026, 3, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-shelf-").FullName;
    private readonly DefinitionShelf _shelf;

    public DefinitionShelfTests() => _shelf = new DefinitionShelf(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void First_change_copies_the_product_definition_and_keeps_its_text_in_the_history()
    {
        string text = Text();
        Assert.True(Save(text.Replace("CRM segments", "Our stages", StringComparison.Ordinal), DefinitionShelf.TagOf(text), "a clearer name"));

        Assert.True(_shelf.IsOwn(DefinitionKind.Lifecycle, "crm-segments"));
        Assert.Contains("Our stages", File.ReadAllText(Path.Combine(_folder, "lifecycles", "crm-segments.yaml")), StringComparison.Ordinal);
        IReadOnlyList<DefinitionVersion> history = _shelf.HistoryOf(DefinitionKind.Lifecycle, "crm-segments");
        Assert.Equal([("product", "", text), ("operator:3", "a clearer name", Text())], history.Select(version => (version.By, version.Note, version.Text)));
        Assert.Equal(_now, history[1].At);
    }

    [Fact]
    public void Change_over_a_text_that_somebody_changed_meanwhile_is_refused_and_writes_nothing()
    {
        string read = DefinitionShelf.TagOf(Text());
        Save(Text().Replace("CRM segments", "First", StringComparison.Ordinal), read);
        string first = Text();
        DefinitionRefusedException refused = Assert.Throws<DefinitionRefusedException>(() => Save(first.Replace("First", "Second", StringComparison.Ordinal), read));
        Assert.Equal(new DefinitionRefusal.Changed("crm-segments", first), refused.Refusal);
        Assert.Equal(first, Text());
        Assert.Equal(2, _shelf.HistoryOf(DefinitionKind.Lifecycle, "crm-segments").Count);
    }

    [Fact]
    public void Text_with_errors_is_refused_with_their_places()
    {
        string wrong = Text().Replace("silence(order)", "silense(order)", StringComparison.Ordinal);
        var refusal = (DefinitionRefusal.Invalid)Assert.Throws<DefinitionRefusedException>(() => Save(wrong, DefinitionShelf.TagOf(Text()))).Refusal;
        Assert.Equal("silence", refusal.Errors[0].Nearest);
        Assert.False(Directory.Exists(Path.Combine(_folder, "lifecycles")));
    }

    [Fact]
    public void Text_of_another_name_is_refused()
    {
        string other = Text().Replace("lifecycle: crm-segments", "lifecycle: other", StringComparison.Ordinal);
        Assert.IsType<DefinitionRefusal.OtherName>(Assert.Throws<DefinitionRefusedException>(() => Save(other, DefinitionShelf.TagOf(Text()))).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../secret")]
    [InlineData("a/b")]
    [InlineData("Crm")]
    [InlineData("a.b")]
    public void Name_that_could_leave_the_folder_is_none(string id)
    {
        Assert.Null(_shelf.TextOf(DefinitionKind.Lifecycle, id));
        Assert.Empty(_shelf.HistoryOf(DefinitionKind.Lifecycle, id));
        Assert.IsType<DefinitionRefusal.WrongName>(Assert.Throws<DefinitionRefusedException>(() =>
            _shelf.Save(DefinitionKind.Lifecycle, id, Text(), "", "local", "", _now)).Refusal);
    }

    [Fact]
    public void Change_made_by_hand_is_kept_as_a_version_of_its_own()
    {
        Save(Text().Replace("CRM segments", "One", StringComparison.Ordinal), DefinitionShelf.TagOf(Text()));
        string path = Path.Combine(_folder, "lifecycles", "crm-segments.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("One", "By hand", StringComparison.Ordinal));
        Save(Text().Replace("By hand", "Two", StringComparison.Ordinal), DefinitionShelf.TagOf(Text()));
        Assert.Equal(["product", "operator:3", "file", "operator:3"], _shelf.HistoryOf(DefinitionKind.Lifecycle, "crm-segments").Select(version => version.By));
    }

    [Fact]
    public void Line_ends_of_browsers_change_nothing()
    {
        Assert.False(Save(Text().ReplaceLineEndings("\r\n").TrimEnd(), DefinitionShelf.TagOf(Text())));
        Assert.False(_shelf.IsOwn(DefinitionKind.Lifecycle, "crm-segments"));
    }

    [Fact]
    public void Line_of_the_history_that_a_crash_cut_short_is_left_out_and_the_next_stands_on_its_own()
    {
        Save(Text().Replace("CRM segments", "One", StringComparison.Ordinal), DefinitionShelf.TagOf(Text()));
        File.AppendAllText(Path.Combine(_folder, "lifecycles", "history", "crm-segments.jsonl"), "{\"at\":\"2026");
        Save(Text().Replace("One", "Two", StringComparison.Ordinal), DefinitionShelf.TagOf(Text()));
        Assert.Equal(3, _shelf.HistoryOf(DefinitionKind.Lifecycle, "crm-segments").Count);
    }

    [Fact]
    public void Every_definition_of_the_product_is_on_the_shelf_and_can_be_used()
    {
        Assert.All(DefinitionKind.All, kind => Assert.NotEmpty(_shelf.List(kind)));
        Assert.All(DefinitionKind.All.SelectMany(_shelf.List), definition =>
        {
            (string? id, _, var errors) = _shelf.Check(definition.Kind, _shelf.TextOf(definition.Kind, definition.Id)!);
            Assert.Empty(errors);
            Assert.Equal(definition.Id, id);
        });
    }

    [Fact]
    public void File_with_errors_is_listed_with_what_is_wrong()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "churn"));
        File.WriteAllText(Path.Combine(_folder, "churn", "ours.yaml"), "churn: ours\n");
        Assert.Contains("horizon", _shelf.List(DefinitionKind.Churn).Single(definition => definition.Id == "ours").Fault, StringComparison.Ordinal);
    }

    private string Text() => _shelf.TextOf(DefinitionKind.Lifecycle, "crm-segments")!;

    private bool Save(string text, string known, string note = "") => _shelf.Save(DefinitionKind.Lifecycle, "crm-segments", text, known, "operator:3", note, _now);
}
