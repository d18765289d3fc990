using System.Text.RegularExpressions;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Lifecycles;

/// <summary>The page on lifecycles: its definition is sound and it names every built-in one.</summary>
public sealed partial class LifecyclePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "lifecycles.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Definition_on_the_page_has_no_error()
    {
        string text = Assert.Single(Blocks().Matches(Page)).Groups[1].Value;
        (LifecycleDefinition? definition, var errors) = LifecycleFile.Read(text, BuiltInLifecycles.Find);
        Assert.Empty(errors);
        Assert.Equal("tea-club", definition!.Id);
    }

    [Fact]
    public void Page_names_every_built_in_lifecycle() =>
        Assert.All(BuiltInLifecycles.Ids, id => Assert.Contains($"`{id}`", Page, StringComparison.Ordinal));

    [GeneratedRegex(@"^```yaml\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
