using System.Text.RegularExpressions;

namespace Parcours.Server.Screens;

/// <summary>Texts that would run, break out or lead away if a page showed them without encoding.</summary>
internal static partial class NastyTexts
{
    internal static IReadOnlyList<string> All { get; } =
    [
        "<script>alert(1)</script>",
        "\"><script>alert(2)</script>",
        "'><img src=x onerror=alert(3)>",
        "<svg/onload=alert(4)>",
        "</title><script>alert(5)</script>",
        "</textarea><script>alert(6)</script>",
        "</script><script>alert(7)</script>",
        "javascript:alert(8)",
        "\" onmouseover=\"alert(9)",
        "' onfocus='alert(10)' autofocus='",
        "<iframe src=javascript:alert(11)>",
        "<a href=\"javascript:alert(12)\">x</a>",
        "<!--<img src=\"--><img src=x onerror=alert(13)//\">",
        "{{constructor.constructor('alert(14)')()}}",
        "<div hx-get=\"/api/session\" hx-trigger=\"load\">15</div>",
        "&lt;script&gt;alert(16)&lt;/script&gt;",
        "<style>*{display:none}</style>17",
        "<base href=//elsewhere.example>18",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(19)>",
        "\u202e<b>gnitirw\u0000</b>20",
    ];

    /// <summary>Checks that a page holds no tag and no attribute that a text brought along.</summary>
    internal static void AssertHarmless(string html, string text)
    {
        Assert.DoesNotContain("alert(", string.Concat(ScriptBodies().Matches(html).Select(match => match.Value)), StringComparison.Ordinal);
        foreach (Match tag in Tags().Matches(html))
        {
            string bare = Quoted().Replace(tag.Value, "\"\"");
            Assert.False(Foreign().IsMatch(bare), $"{text} brought {tag.Value}");
            Assert.False(Leads().IsMatch(tag.Value), $"{text} leads away in {tag.Value}");
        }
    }

    [GeneratedRegex("<[a-zA-Z!/][^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^<(img|iframe|style|base|math|b|!--)\b|\s(on[a-z]+|autofocus|hx-on[^=]*)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"(href|src|action|hx-get|hx-post)=""(javascript:|//|/api/session)", RegexOptions.IgnoreCase)]
    private static partial Regex Leads();

    [GeneratedRegex("<script[^>]*>(?<body>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex ScriptBodies();
}
