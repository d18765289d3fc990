namespace Parcours.Web.Settings;

/// <summary>Where a backup that was asked for stands.</summary>
/// <param name="IsRunning">Whether it is being made.</param>
/// <param name="Share">How far it is, 0 to 1.</param>
/// <param name="Fault">Why the last one was not made; null when it was, or none was asked for.</param>
public sealed record BackupMaking(bool IsRunning, double Share, string? Fault)
{
    /// <summary>None was asked for.</summary>
    public static BackupMaking None { get; } = new(false, 0, null);
}
