using Parcours.Domain.Histories;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Loading;

namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>A base in memory with what is needed to bring it up to date.</summary>
/// <param name="Histories">The base.</param>
/// <param name="Marks">The state of the store it stands for.</param>
/// <param name="Placement">Which subject each identity belongs to.</param>
/// <param name="KeyKinds">The kind of each subject's shown key.</param>
internal sealed record LoadedHistories(HistoryBase Histories, Marks Marks, Placement Placement, byte[] KeyKinds);
