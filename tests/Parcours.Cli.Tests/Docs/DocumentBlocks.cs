using System.Text;

namespace Parcours.Cli.Docs;

/// <summary>The fenced blocks of a Markdown file, by their language.</summary>
internal static class DocumentBlocks
{
    /// <summary>The lines of every <c>sh</c> block, in order, each block announced by its line number. Blocks of other languages are for reading.</summary>
    public static string ShellOf(string path)
    {
        var script = new StringBuilder();
        string? fence = null;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                fence = fence is null ? line.Trim()[3..] : null;
                if (fence == "sh")
                {
                    script.Append(System.Globalization.CultureInfo.InvariantCulture, $"echo '--- line {number}'\n");
                }
            }
            else if (fence == "sh")
            {
                script.Append(line).Append('\n');
            }
        }

        return script.ToString();
    }
}
