namespace Parcours.Engine.Import.Values;

/// <summary>A date as a file wrote it.</summary>
/// <param name="Micros">Microseconds since 1970: local when no offset was written, else UTC.</param>
/// <param name="HasTime">Whether a time of day was written.</param>
/// <param name="IsUtc">Whether an offset or zone was written.</param>
internal readonly record struct DateParts(long Micros, bool HasTime, bool IsUtc);
