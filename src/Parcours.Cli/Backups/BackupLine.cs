using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Backups;

namespace Parcours.Cli.Backups;

/// <summary>Backups in an answer: where, until when, and where they stand.</summary>
internal static class BackupLine
{
    /// <summary>A backup as a running server said it.</summary>
    public static ShelvedBackup Of(JsonElement one) => new(
        new KnownBackup(one.GetProperty("id").GetInt32(), one.GetProperty("path").GetString()!, At(one, "made"), one.GetProperty("bytes").GetInt64(), At(one, "expires")),
        Enum.Parse<BackupState>(one.GetProperty("state").GetString()!, ignoreCase: true));

    /// <summary>Writes them for people.</summary>
    public static void Write(TextWriter to, Language language, IReadOnlyList<ShelvedBackup> backups)
    {
        foreach ((KnownBackup backup, BackupState state) in backups)
        {
            string until = backup.Expires.ToDateTimeOffset().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            to.WriteLine(language.Say(state switch
            {
                BackupState.Overdue => new LocalText(
                    $"A backup whose time was over on {until} is still there: {backup.Path}. parcours retention --apply deletes it.",
                    $"Une sauvegarde dont la durée est passée depuis le {until} est encore là : {backup.Path}. parcours retention --apply la supprime."),
                BackupState.Moved => new LocalText(
                    $"A backup that is no longer at {backup.Path} holds whom it held, wherever it lies: delete it by {until}.",
                    $"Une sauvegarde qui n'est plus à {backup.Path} contient ceux qu'elle contenait, où qu'elle soit : supprimez-la avant le {until}."),
                _ => new LocalText(
                    $"A backup holds whom it held until {until}: {backup.Path}",
                    $"Une sauvegarde contient ceux qu'elle contenait jusqu'au {until} : {backup.Path}"),
            }));
        }
    }

    /// <summary>Writes them for machines, as the array "backups".</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ShelvedBackup> backups)
    {
        json.WriteObjects("backups", backups, row =>
        {
            (KnownBackup backup, BackupState state) = row;
            json.WriteString("path", backup.Path);
            json.WriteString("made", backup.Made.ToString());
            json.WriteNumber("bytes", backup.Bytes);
            json.WriteString("expires", backup.Expires.ToString());
            json.WriteString("state", state.ToString().ToLowerInvariant());
        });
    }

    private static Instant At(JsonElement one, string name) => Instant.From(one.GetProperty(name).GetDateTimeOffset());
}
