using Parcours.Engine.Erasure;
using Parcours.Server.Backups;

namespace Parcours.Server.Erasure;

/// <summary>What was erased, without naming anybody.</summary>
/// <param name="People">How many people.</param>
/// <param name="FactsKept">Facts that stay in the figures, under a random name and cut to the day.</param>
/// <param name="FactsDropped">Attributes and notes that are gone.</param>
/// <param name="QuarantineEmptied">Lines and messages put aside that named them.</param>
/// <param name="Mentions">Facts of others that their name was taken out of.</param>
/// <param name="Elsewhere">Files of the workspace's folder that still name them.</param>
/// <param name="Backups">Backups made before, which hold whom they held, each with the day on which it is to be deleted.</param>
/// <param name="Unrecorded">Folders of backups that could not be told: a backup restored from there would bring them back.</param>
internal sealed record ErasureAnswer(
    int People, int FactsKept, int FactsDropped, int QuarantineEmptied, int Mentions, IReadOnlyList<string> Elsewhere, IReadOnlyList<BackupAnswer> Backups,
    IReadOnlyList<string> Unrecorded)
{
    internal static ErasureAnswer Of(ErasureOutcome outcome) =>
        new(outcome.People, outcome.FactsKept, outcome.FactsDropped, outcome.QuarantineEmptied, outcome.Mentions, outcome.Elsewhere,
            [.. outcome.Backups.Select(BackupAnswer.Of)], outcome.Unrecorded);
}
