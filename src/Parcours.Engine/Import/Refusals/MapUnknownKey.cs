using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>A <c>--map</c> names a column that does not exist.</summary>
internal sealed record MapUnknownKey(string Typed, string Nearest, IReadOnlyList<string> Keys) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "map_unknown_key";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"--map {Typed}: no such key; did you mean {Nearest}? The keys: {string.Join(", ", Keys)}.",
        $"--map {Typed} : cette clé n'existe pas ; vouliez-vous dire {Nearest} ? Les clés : {string.Join(", ", Keys)}.");
}
