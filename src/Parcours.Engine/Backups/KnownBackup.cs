using Parcours.Domain.Time;

namespace Parcours.Engine.Backups;

/// <summary>A backup that was made of the workspace, as it was written.</summary>
/// <param name="Id">Its number, 1 or more; 0 before it is kept.</param>
/// <param name="Path">Where it was written, in full.</param>
/// <param name="Made">When: it holds who was known then.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Expires">When its time is over and it is to be deleted.</param>
public sealed record KnownBackup(int Id, string Path, Instant Made, long Bytes, Instant Expires);
