namespace Parcours.Engine.Import.Reading;

/// <summary>How a file writes its dates and numbers.</summary>
/// <param name="SlashedDates">Whether it has dates like 3/4/1997.</param>
/// <param name="DayFirst">Whether that is the third of April.</param>
/// <param name="OrderProven">Whether a part above 12 says so.</param>
/// <param name="CommaDecimal">Whether "1,234" is a little more than one.</param>
/// <param name="HasSigns">Whether amounts carry currency signs.</param>
internal sealed record FileHabits(bool SlashedDates, bool DayFirst, bool OrderProven, bool CommaDecimal, bool HasSigns)
{
    /// <summary>A file that has neither.</summary>
    public static readonly FileHabits None = new(false, false, false, false, false);
}
