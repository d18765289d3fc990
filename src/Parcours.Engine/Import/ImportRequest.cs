namespace Parcours.Engine.Import;

/// <summary>What somebody asks to import.</summary>
/// <param name="Path">The file.</param>
public sealed record ImportRequest(string Path)
{
    /// <summary>What the file holds, as <see cref="Importer.Kinds"/> names it; null to look at it.</summary>
    public string? Kind { get; init; }

    /// <summary>Columns said by hand, each as "key=Header".</summary>
    public IReadOnlyList<string> Map { get; init; } = [];

    /// <summary>Whether the columns said by hand are all there are: no other is looked for.</summary>
    public bool OnlyMap { get; init; }

    /// <summary>The ISO code of amounts that name no currency; null for the workspace's.</summary>
    public string? Currency { get; init; }

    /// <summary>The currency assumed when neither the file, the request nor the workspace names one.</summary>
    public string AssumedCurrency { get; init; } = "USD";

    /// <summary>The source's name, where two sources of one kind share a workspace; null for the format's.</summary>
    public string? Source { get; init; }

    /// <summary>Whether to go on when more than a tenth of the lines are put aside.</summary>
    public bool Force { get; init; }

    /// <summary>The language of reasons, and a sign of how dates are written: "en" or "fr".</summary>
    public string Language { get; init; } = "en";

    /// <summary>The folder where the lines put aside are written; null to write none.</summary>
    public string? QuarantineFolder { get; init; }
}
