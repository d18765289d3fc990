namespace Parcours.Engine.Definitions;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", " a| b| c")]
    [InlineData("a\nb\nc", "a\nc", " a|-b| c")]
    [InlineData("a\nc", "a\nb\nc", " a|+b| c")]
    [InlineData("a\nb\nc\nd", "a\nx\nc\ny\nd", " a|-b|+x| c|+y| d")]
    [InlineData("", "a", "+a")]
    [InlineData("a\n", "", "-a")]
    [InlineData("a\r\nb", "a\nb\n", " a| b")]
    public void Lines_stay_go_or_come(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', LineDiff.Between(before, after).Select(line => Sign(line) + line.Text)));

    [Fact]
    public void Numbers_are_those_of_each_text()
    {
        IReadOnlyList<DiffLine> lines = LineDiff.Between("a\nb\nc", "b\nx\nc");
        Assert.Equal([(1, null), (2, 1), (null, 2), (3, 3)], lines.Select(line => (line.Before, line.After)));
    }

    [Fact]
    public void Either_text_can_be_read_off_the_difference_whatever_the_texts()
    {
        var random = new Random(7);
        for (int run = 0; run < 200; run++)
        {
            (string before, string after) = (Text(random), Text(random));
            IReadOnlyList<DiffLine> lines = LineDiff.Between(before, after);
            Assert.Equal(before, string.Join('\n', lines.Where(line => line.Sign != DiffSign.Added).Select(line => line.Text)));
            Assert.Equal(after, string.Join('\n', lines.Where(line => line.Sign != DiffSign.Removed).Select(line => line.Text)));
        }
    }

    private static string Text(Random random) => string.Join('\n', Enumerable.Range(0, random.Next(1, 30)).Select(_ => ((char)('a' + random.Next(6))).ToString()));

    private static char Sign(DiffLine line) => line.Sign switch { DiffSign.Same => ' ', DiffSign.Removed => '-', DiffSign.Added => '+' };
}
