using System.Text;

namespace Parcours.Engine.Reports.Writing;

/// <summary>
/// Writes HTML so that no text can become markup: names of elements and attributes are ours, every value and text is encoded.
/// Only <see cref="Script"/> and <see cref="Style"/> write as is, and they refuse what would end the element early.
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly HashSet<string> Void = ["meta", "link", "br", "rect", "line", "path", "circle"];

    private readonly StringBuilder _html = new("<!DOCTYPE html>\n");
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; void ones are written whole.</summary>
    public HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _html.Append('<').Append(element);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                _html.Append(' ').Append(name).Append("=\"").Append(Encode(value)).Append('"');
            }
        }

        if (Void.Contains(element))
        {
            _html.Append("/>");
            return this;
        }

        _html.Append('>');
        _open.Push(element);
        return this;
    }

    /// <summary>Writes a text.</summary>
    public HtmlWriter Text(string text)
    {
        _html.Append(Encode(text));
        return this;
    }

    /// <summary>Closes the element opened last; its name is asked so that a slip is found at once.</summary>
    /// <exception cref="InvalidOperationException">Another element is open.</exception>
    public HtmlWriter Close(string element)
    {
        if (!_open.TryPeek(out string? open) || open != element)
        {
            throw new InvalidOperationException($"</{element}> would close <{open}>.");
        }

        _open.Pop();
        _html.Append("</").Append(element).Append('>');
        if (element is not ("a" or "span" or "b" or "td" or "th" or "text" or "svg" or "button"))
        {
            _html.Append('\n');
        }

        return this;
    }

    /// <summary>Writes an element with a text and nothing else.</summary>
    public HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close(element);

    /// <summary>Writes a script, or a block of data when <paramref name="type"/> says so.</summary>
    public HtmlWriter Script(string content, string? type = null, string? id = null) => Raw("script", content, ("type", type), ("id", id));

    /// <summary>Writes a style sheet.</summary>
    public HtmlWriter Style(string content) => Raw("style", content);

    /// <inheritdoc/>
    public override string ToString() =>
        _open.Count == 0 ? _html.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is still open.");

    /// <summary>A text with the five characters that matter in HTML replaced, and those that HTML forbids dropped.</summary>
    internal static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny("<>&\"'") < 0 && !text.Any(IsForbidden))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '&' => encoded.Append("&amp;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => IsForbidden(c) ? encoded : encoded.Append(c),
            };
        }

        return encoded.ToString();
    }

    private static bool IsForbidden(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    private HtmlWriter Raw(string element, string content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (content.Contains("</" + element, StringComparison.OrdinalIgnoreCase) || content.Contains("<!--", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The content of <{element}> would end it early.");
        }

        Open(element, attributes);
        _html.Append(content);
        return Close(element);
    }
}
