using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Parcours.Server.Screens.Hostile;

/// <summary>A form of a page as it stands there: where it goes, what it holds, and which of its fields take any text.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Action">Where it goes.</param>
/// <param name="Values">What a browser would send.</param>
/// <param name="Free">The names of the fields that one types into.</param>
internal sealed partial record HostileForm(string Method, string Action, IReadOnlyList<(string Name, string Value)> Values, IReadOnlyList<string> Free)
{
    private static readonly string[] _typedTypes = ["text", "search", "email", "url", "tel", "date", "month"];

    /// <summary>The forms of a page that have something to type into.</summary>
    internal static IEnumerable<HostileForm> In(IDocument page, string address) =>
        from IHtmlFormElement form in page.Forms
        let free = FreeOf(form)
        where free.Length > 0
        from action in ActionsOf(form, address)
        select new HostileForm(form.GetAttribute("method")?.ToUpperInvariant() ?? "GET", action, ValuesOf(form), free);

    /// <summary>The form whatever it is of: its address without numbers and names.</summary>
    internal string Name => $"{Method} {Named().Replace(Action.Split('?')[0], "{id}")}";

    /// <summary>What is sent with a text in some of its fields.</summary>
    internal (string Name, string Value)[] With(string text, params IReadOnlyList<string> fields) =>
        [.. Values.Where(value => !fields.Contains(value.Name)), .. fields.Select(field => (field, text))];

    // Where its button leads, and where its parts send it while one types.
    private static IEnumerable<string> ActionsOf(IHtmlFormElement form, string address) =>
    [
        .. new[] { form.GetAttribute("action") ?? address.Split('?')[0] }
            .Concat(form.QuerySelectorAll("[formaction],[hx-post]").Select(part => part.GetAttribute("formaction") ?? part.GetAttribute("hx-post")!))
            .Distinct(StringComparer.Ordinal),
    ];

    private static string[] FreeOf(IHtmlFormElement form) =>
    [
        .. form.Elements.Where(element => element switch
        {
            IHtmlTextAreaElement => true,
            IHtmlInputElement input => _typedTypes.Contains(input.Type),
            _ => false,
        }).Select(element => element.GetAttribute("name")).OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    private static (string, string)[] ValuesOf(IHtmlFormElement form) =>
    [
        .. form.Elements.Select(element => (Name: element.GetAttribute("name") ?? string.Empty, Value: element switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? string.Empty,
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
            IHtmlInputElement { Type: "file" } => null,
            IHtmlInputElement input => input.Value,
            _ => null,
        })).Where(field => field.Name.Length > 0 && field.Value is not null).Select(field => (field.Name, field.Value!)),
    ];

    [GeneratedRegex("(?<=^/(customers|accounts)/)[^/]+|(?<=/)[0-9]+(?=/|$)|(?<=^/settings/lifecycles/)[^/]+/[^/]+")]
    private static partial Regex Named();
}
