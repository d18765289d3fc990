using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>A <c>--map</c> names a header the file does not have.</summary>
internal sealed record MapUnknownHeader(string Key, string Typed, string Nearest, IReadOnlyList<string> Headers) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "map_unknown_header";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"--map {Key}={Typed}: the file has no column \"{Typed}\"; did you mean \"{Nearest}\"? Its columns: {string.Join(", ", Headers)}.",
        $"--map {Key}={Typed} : le fichier n'a pas de colonne « {Typed} » ; vouliez-vous dire « {Nearest} » ? Ses colonnes : {string.Join(", ", Headers)}.");
}
