using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>No kind of file has this name.</summary>
internal sealed record UnknownKind(string Typed, string Nearest, IReadOnlyList<string> Kinds) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "unknown_kind";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"--as {Typed}: no such kind of file; did you mean {Nearest}? The kinds: {string.Join(", ", Kinds)}.",
        $"--as {Typed} : ce type de fichier n'existe pas ; vouliez-vous dire {Nearest} ? Les types : {string.Join(", ", Kinds)}.");
}
