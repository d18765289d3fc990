using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Parcours.Server.Screens.Hostile;

/// <summary>Reads a page as a browser does and looks for what a text brought along: an element, an attribute or an address that no component of ours writes.</summary>
internal static partial class HostileTree
{
    private static readonly HtmlParser _parser = new();
    private static readonly HashSet<string> _addresses = new(StringComparer.Ordinal)
    {
        "href", "src", "action", "formaction", "data", "poster", "srcset", "background", "cite", "xlink:href", "hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete", "hx-push-url",
    };

    private static readonly HashSet<string> _ownWords = new(StringComparer.Ordinal) { "id", "class", "for", "type", "method", "target", "rel", "role", "hx-target", "hx-select", "hx-swap", "hx-trigger", "hx-include", "hx-vals", "enctype" };

    private static readonly Lazy<(HashSet<string> Elements, HashSet<string> Attributes)> _written = new(Written);

    /// <summary>The page as a tree.</summary>
    internal static IDocument Read(string html) => _parser.ParseDocument(html);

    /// <summary>What is wrong with a page, in words; empty for nothing.</summary>
    internal static IEnumerable<string> Faults(string html)
    {
        IDocument page = Read(html);
        if (page.DocumentElement is null)
        {
            yield break;
        }

        foreach (IElement element in page.All)
        {
            string name = element.LocalName;
            if (!_written.Value.Elements.Contains(name))
            {
                yield return $"an element of its own: {Short(element)}";
            }

            if (name == "script" && (element.GetAttribute("src") is null || element.TextContent.Length > 0) && element.GetAttribute("type") != "application/json")
            {
                yield return $"a script: {Short(element)}";
            }

            foreach (IAttr attribute in element.Attributes)
            {
                if (FaultOf(attribute) is { } fault)
                {
                    yield return $"{fault}: {attribute.Name} of {Short(element)}";
                }
            }
        }

        foreach (INode node in page.Descendants().Where(node => node is IComment))
        {
            yield return $"a comment: {node.TextContent}";
        }
    }

    private static string? FaultOf(IAttr attribute) => attribute.Name switch
    {
        var name when !_written.Value.Attributes.Contains(name) => "an attribute of its own",
        var name when name.StartsWith("on", StringComparison.Ordinal) || name.StartsWith("hx-on", StringComparison.Ordinal) || name is "style" or "srcdoc" => "an attribute that runs",
        var name when _ownWords.Contains(name) && Numbered().IsMatch(attribute.Value) => "a text where a word of ours stands",
        var name when _addresses.Contains(name) && !LeadsToUs(attribute.Value) => "an address that leads away",
        _ => null,
    };

    // What a browser makes of it: controls and blanks before it are dropped, tabs and line ends anywhere, and "\" is "/".
    internal static bool LeadsToUs(string address)
    {
        string seen = Dropped().Replace(address, string.Empty).Replace('\\', '/').TrimStart([.. Enumerable.Range(0, 33).Select(i => (char)i)]);
        return (!seen.StartsWith("//", StringComparison.Ordinal) && !Scheme().IsMatch(seen)) || _known.Any(known => seen.StartsWith(known, StringComparison.Ordinal));
    }

    // The addresses elsewhere that pages of ours name themselves.
    private static readonly string[] _known = ["data:,", "data:image/svg+xml,", "otpauth://totp/"];

    // Names are read from the components, so that a component may use what it likes and a text nothing.
    private static (HashSet<string> Elements, HashSet<string> Attributes) Written()
    {
        HashSet<string> elements = ["html", "head", "body", "tbody", "script", "link", "title", "meta"];
        HashSet<string> attributes = [];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Parcours.Web"), "*.razor", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)))
        {
            string text = File.ReadAllText(file);
            elements.UnionWith(Elements().Matches(text).Select(match => match.Groups[1].Value));
            attributes.UnionWith(Attributes().Matches(text).Select(match => match.Groups[1].Value));
        }

        return (elements, attributes);
    }

    private static string Short(IElement element) => element.OuterHtml.Length > 160 ? element.OuterHtml[..160] : element.OuterHtml;

    [GeneratedRegex("h[0-9]{3}")]
    private static partial Regex Numbered();

    [GeneratedRegex("[\t\r\n]")]
    private static partial Regex Dropped();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex("<([a-z][a-z0-9]*)[\\s>/]")]
    private static partial Regex Elements();

    [GeneratedRegex("\\s([a-z][a-zA-Z-]*)(?==[\"']|[ />])")]
    private static partial Regex Attributes();
}
