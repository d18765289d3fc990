namespace Parcours.Engine.Import;

/// <summary>How far an import has come.</summary>
/// <param name="Lines">Lines read and handed to the store.</param>
/// <param name="Bytes">Bytes of the file read.</param>
/// <param name="TotalBytes">Bytes of the file.</param>
/// <param name="Resumed">Facts an interrupted run had already made durable.</param>
public readonly record struct ImportProgress(long Lines, long Bytes, long TotalBytes, long Resumed);
