using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>The file cannot be opened.</summary>
internal sealed record FileUnreadable(string Path, string Detail) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "unreadable_file";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"{Path} cannot be read: {Detail}",
        $"{Path} ne peut pas être lu : {Detail}");
}
