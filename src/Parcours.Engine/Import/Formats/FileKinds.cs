namespace Parcours.Engine.Import.Formats;

/// <summary>The kinds of files, by the name <c>--as</c> gives them.</summary>
internal static class FileKinds
{
    /// <summary>NDJSON facts, which have no columns to recognise.</summary>
    public const string Facts = "facts";

    private static readonly Dictionary<string, Func<IReadOnlySet<string>, FileFormat>> Kinds = new(StringComparer.Ordinal)
    {
        ["orders"] = OrderFormats.Of,
        ["customers"] = _ => OtherFormats.Customers,
        ["products"] = _ => OtherFormats.Products,
        ["messages"] = OtherFormats.Messages,
        ["surveys"] = _ => OtherFormats.Surveys,
        ["complaints"] = _ => OtherFormats.Complaints,
        ["spend"] = _ => OtherFormats.Spend,
    };

    /// <summary>All the names, the usual one first.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["orders", "customers", "products", "messages", "surveys", "complaints", "spend", Facts];

    /// <summary>The format of a table of a kind.</summary>
    public static FileFormat FormatOf(string kind, IReadOnlySet<string> headers) => Kinds[kind](headers);
}
