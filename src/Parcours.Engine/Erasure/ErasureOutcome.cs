using Parcours.Engine.Backups;

namespace Parcours.Engine.Erasure;

/// <summary>What was erased.</summary>
/// <param name="People">How many people.</param>
/// <param name="FactsKept">Facts that stay in the figures, under nobody's name and cut to the day.</param>
/// <param name="FactsDropped">Facts that are gone: attributes and notes.</param>
/// <param name="QuarantineEmptied">Lines and messages put aside that named them: emptied.</param>
/// <param name="Mentions">Payloads of other people's facts that named them: the name was taken out.</param>
public sealed record ErasureOutcome(int People, int FactsKept, int FactsDropped, int QuarantineEmptied, int Mentions)
{
    /// <summary>Files of the workspace's folder that still name them, as copies made by hand: their paths in the folder, in ordinal order. Theirs to delete.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Backups made before, which hold whom they held: each with until when, by number.</summary>
    public IReadOnlyList<ShelvedBackup> Backups { get; init; } = [];

    /// <summary>Folders of backups where the privacy record could not be written: a backup restored from there would bring them back.</summary>
    public IReadOnlyList<string> Unrecorded { get; init; } = [];

    /// <summary>Terms that were emptied, with what stands in their place now.</summary>
    public IReadOnlyList<(int Term, string Text)> Terms { get; init; } = [];
}
