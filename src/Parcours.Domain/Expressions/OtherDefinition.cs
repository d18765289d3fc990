namespace Parcours.Domain.Expressions;

/// <summary>What an expression reads of another definition: the subject's stage under a lifecycle, or whether it is in a segment.</summary>
/// <param name="Id">The lifecycle's id; a segment's with <see cref="SegmentPrefix"/> before it.</param>
/// <param name="Cut">The last instant that counts, in microseconds, when it is asked as of a date; null for the present one.</param>
internal readonly record struct OtherDefinition(string Id, long? Cut)
{
    /// <summary>What stands before a segment's name: it is a lifecycle of two stages, in it and out of it.</summary>
    public const string SegmentPrefix = "segment:";

    /// <summary>The stage of who is in a segment.</summary>
    public const int In = 0;
}
