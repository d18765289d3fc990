namespace Parcours.Engine.Import.Reading;

/// <summary>Reads a table line by line, whatever the file is made of. Blank lines are no lines.</summary>
internal abstract class RowReader : IDisposable
{
    /// <summary>How much of a line is kept to be shown.</summary>
    public const int LongestRaw = 64 * 1024;

    /// <summary>The number of the line just read, from 1, the header included.</summary>
    public long Line { get; protected set; }

    /// <summary>What is wrong with it.</summary>
    public RowFault Fault { get; protected set; }

    /// <summary>How many fields it has.</summary>
    public int Count { get; protected set; }

    /// <summary>How many fields the header has; a line with another number may be a broken one. 0 before the header was read.</summary>
    public int Expected { get; set; }

    /// <summary>Bytes of the file read so far.</summary>
    public abstract long Position { get; }

    /// <summary>A field of the line just read, until the next is; empty beyond the last.</summary>
    public abstract ReadOnlySpan<char> this[int field] { get; }

    /// <summary>Goes to the next line; false at the end.</summary>
    public abstract bool Read();

    /// <summary>The line as the file wrote it, cut at 64 KB.</summary>
    public abstract string Raw();

    /// <inheritdoc/>
    public abstract void Dispose();
}
