using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Parcours.Web.Customers;

/// <summary>What a list of customers was asked for, as its address says: every word as it was typed, empty for none.</summary>
public sealed record CustomerQuery
{
    /// <summary>The beginning of a key, or of a word of an attribute.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The lifecycle of the stages; empty for the usual one.</summary>
    public string Lifecycle { get; init; } = string.Empty;

    /// <summary>A stage.</summary>
    public string Stage { get; init; } = string.Empty;

    /// <summary>The date, as 2026-03-01; empty for the last day.</summary>
    public string At { get; init; } = string.Empty;

    /// <summary>The first of two dates between which somebody moved.</summary>
    public string From { get; init; } = string.Empty;

    /// <summary>The second of them.</summary>
    public string To { get; init; } = string.Empty;

    /// <summary>The stage at the first date; "none" for those who were not there yet.</summary>
    public string FromStage { get; init; } = string.Empty;

    /// <summary>The stage at the second date.</summary>
    public string ToStage { get; init; } = string.Empty;

    /// <summary>A group of the RFM map.</summary>
    public string Rfm { get; init; } = string.Empty;

    /// <summary>The RFM map; empty for the usual one.</summary>
    public string Map { get; init; } = string.Empty;

    /// <summary>An expression.</summary>
    public string Where { get; init; } = string.Empty;

    /// <summary>A segment.</summary>
    public string Segment { get; init; } = string.Empty;

    /// <summary>The columns, with commas between; empty for the usual ones.</summary>
    public string Columns { get; init; } = string.Empty;

    /// <summary>The column sorted by, with a minus before it for the greatest first.</summary>
    public string Sort { get; init; } = string.Empty;

    /// <summary>How many come before those shown.</summary>
    public int After { get; init; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Narrowing.Any(pair => pair.Value is not null);

    /// <summary>What narrows it, apart from the text: what a segment could say.</summary>
    public bool IsNarrowedByMore => (this with { Text = string.Empty }).IsNarrowed;

    private IEnumerable<KeyValuePair<string, string?>> Narrowing =>
    [
        Pair("q", Text), Pair("stage", Stage), Pair("from", From), Pair("to", To), Pair("fromStage", FromStage), Pair("toStage", ToStage),
        Pair("rfm", Rfm), Pair("map", Map), Pair("where", Where), Pair("segment", Segment),
    ];

    /// <summary>Reads an address.</summary>
    public static CustomerQuery Of(IQueryCollection query)
    {
        string Value(string name) => (query[name] is [.., { } last] ? last : string.Empty).Trim();
        return new CustomerQuery
        {
            Text = Value("q"),
            Lifecycle = Value("lifecycle"),
            Stage = Value("stage"),
            At = Value("at"),
            From = Value("from"),
            To = Value("to"),
            FromStage = Value("fromStage"),
            ToStage = Value("toStage"),
            Rfm = Value("rfm"),
            Map = Value("map"),
            Where = Value("where"),
            Segment = Value("segment"),
            Columns = string.Join(',', query["columns"].Where(part => !string.IsNullOrWhiteSpace(part))),
            Sort = Value("sort"),
            After = int.TryParse(Value("after"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int after) ? after : 0,
        };
    }

    /// <summary>The same with the stage as the one somebody moved to, where the address says only where they came from.</summary>
    public CustomerQuery Passing() => FromStage.Length > 0 && ToStage.Length == 0 && Stage.Length > 0 ? this with { ToStage = Stage, Stage = string.Empty } : this;

    /// <summary>The address that asks for this.</summary>
    public string On(string path) => QueryHelpers.AddQueryString(path, new[]
    {
        Pair("q", Text), Pair("lifecycle", Lifecycle), Pair("at", At),
    }.Concat(Narrowing.Skip(1)).Append(Pair("columns", Columns)).Append(Pair("sort", Sort))
        .Append(Pair("after", After == 0 ? string.Empty : After.ToString(System.Globalization.CultureInfo.InvariantCulture))).Where(pair => pair.Value is not null));

    private static KeyValuePair<string, string?> Pair(string name, string value) => KeyValuePair.Create(name, value.Length == 0 ? null : value);
}
