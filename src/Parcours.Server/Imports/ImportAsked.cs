using Parcours.Domain.Time;
using Parcours.Engine.Import;

namespace Parcours.Server.Imports;

/// <summary>An upload to be imported, as it is kept beside its file: what was asked, and what became of it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="File">The file's name, as the sender said it: overlapping exports of one source are known by what they say, not by it.</param>
/// <param name="Kind">What the file holds; null to look at it.</param>
/// <param name="Map">Columns said by hand, each as "key=Header".</param>
/// <param name="Currency">The currency of amounts that name none; null for the workspace's.</param>
/// <param name="Source">The source's name; null for the format's.</param>
/// <param name="Force">Whether to go on when more than a tenth of the lines are put aside.</param>
/// <param name="Language">The language of reasons.</param>
/// <param name="UploadedAt">When it was uploaded.</param>
internal sealed record ImportAsked(
    int Id, string File, string? Kind, IReadOnlyList<string> Map, string? Currency, string? Source, bool Force, string Language, Instant UploadedAt)
{
    /// <summary>Whether the columns said by hand are all there are.</summary>
    public bool OnlyMap { get; init; }

    /// <summary>What the importer is asked.</summary>
    internal ImportRequest Request(ImportShelf shelf) => new(shelf.FileOf(this))
    {
        Kind = Kind,
        Map = Map,
        OnlyMap = OnlyMap,
        Currency = Currency,
        Source = Source,
        Force = Force,
        Language = Language,
        QuarantineFolder = shelf.FolderOf(Id),
    };
}
