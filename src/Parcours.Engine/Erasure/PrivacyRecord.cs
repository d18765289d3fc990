using Parcours.Domain.Time;
using Parcours.Engine.Backups;
using Parcours.Engine.Suppressions;

namespace Parcours.Engine.Erasure;

/// <summary>
/// What a backup cannot know, because it came later: whose keys were erased, which addresses are never written to, which backups there are. It lies beside the backups and
/// names nobody: keys and addresses are hashes under a secret that only the workspace and its backups hold.
/// </summary>
/// <param name="Secret">Says which secret, and with it whose workspace: <see cref="KeyHash.Fingerprint"/>.</param>
/// <param name="Erased">The hashes of erased keys, each with when.</param>
/// <param name="Suppressed">The suppression list.</param>
/// <param name="Backups">The backups not known to be deleted.</param>
public sealed record PrivacyRecord(
    string Secret, IReadOnlyList<KeyValuePair<string, Instant>> Erased, IReadOnlyList<Suppression> Suppressed, IReadOnlyList<KnownBackup> Backups);
