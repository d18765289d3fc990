namespace Parcours.Engine.Backups;

/// <summary>Where a backup stands.</summary>
public enum BackupState
{
    /// <summary>Its time is not over, and it lies where it was written.</summary>
    Kept,

    /// <summary>Its time is not over, and it lies there no more: moved, or deleted by hand. Nobody knows.</summary>
    Moved,

    /// <summary>Its time is over and it still lies there.</summary>
    Overdue,

    /// <summary>Its time is over and it lies there no more.</summary>
    Gone,
}
