using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;

namespace Parcours.Engine.Import.Lines;

/// <summary>What every reader of lines needs to know of the file and the workspace.</summary>
/// <param name="Map">Which column means what.</param>
/// <param name="Feed">The way out.</param>
/// <param name="Calendar">The workspace's calendar.</param>
/// <param name="Latest">The last instant that is not the future: the end of today.</param>
/// <param name="DayFirst">Whether 3/4/1997 is the third of April.</param>
/// <param name="CommaDecimal">Whether "1,234" is a little more than one.</param>
/// <param name="Currency">The currency of amounts that name none.</param>
internal sealed record LineContext(ColumnMap Map, Feed Feed, Calendar Calendar, Instant Latest, bool DayFirst, bool CommaDecimal, byte Currency)
{
    /// <summary>The keys of people who asked to be forgotten: lines about them are put aside, and not kept.</summary>
    public ErasedKeys Erased { get; init; } = ErasedKeys.None;
}
