namespace Parcours.Engine.Import;

/// <summary>What is seen of a file before it is imported: its headers, some lines, and which column means what; also where something it cannot do without is missing.</summary>
public sealed record ImportPreview
{
    /// <summary>What the file holds, as <see cref="Importer.Kinds"/> names it.</summary>
    public required string Kind { get; init; }

    /// <summary>The tool or shape recognised: shopify, woocommerce, orders...</summary>
    public required string FormatName { get; init; }

    /// <summary>How the text is encoded, as "utf-8"; "xlsx" for a sheet.</summary>
    public required string Encoding { get; init; }

    /// <summary>The headers in the order of the file; empty for facts, which have none.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>The first lines, each with a value for every header.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>The columns that this kind of file may have, as <see cref="ImportRequest.Map"/> names them.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The columns found, each with the place of its header from 0, and whether by likeness only.</summary>
    public required IReadOnlyList<(string Column, int Header, bool Guessed)> Found { get; init; }

    /// <summary>What is missing: one column of each list would do.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Missing { get; init; }
}
