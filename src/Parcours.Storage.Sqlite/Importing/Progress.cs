using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>How far an import has come.</summary>
/// <param name="Marks">How far each table goes.</param>
/// <param name="Quarantined">How many lines it put aside.</param>
internal readonly record struct Progress(Marks Marks, long Quarantined);
