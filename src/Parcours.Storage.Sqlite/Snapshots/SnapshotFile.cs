using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Loading;

namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>The snapshot of a workspace: the base as it was after some import, column by column.</summary>
internal static class SnapshotFile
{
    private const string Name = "snapshot.bin";
    private const string TemporaryName = "snapshot.tmp";
    private const int BlocksOfBase = 6;
    private const int BlocksOfSegment = 6;

    /// <summary>Reads it; null when there is none, it is damaged, or it stands for something else.</summary>
    /// <param name="lineageOf">The lineage that a snapshot of some marks must have; null when the store has no such marks.</param>
    internal static LoadedHistories? TryRead(string folder, Func<Marks, long?> lineageOf, Calendar calendar, byte currency, IProgress<double>? progress)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var reader = new SnapshotReader(path);
            return reader.Header.Lineage == lineageOf(reader.Header.Marks) ? Read(reader, calendar, currency, progress) : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Writes it. The base must have no overlay.</summary>
    /// <exception cref="IOException">The disk is full or cannot be written; the snapshot that was there stays.</exception>
    internal static void Write(string folder, long lineage, LoadedHistories loaded)
    {
        string temporary = Path.Combine(folder, TemporaryName);
        var writer = new SnapshotWriter(temporary, BlocksOfBase + (BlocksOfSegment * loaded.Histories.Segments.Length) + PropertyBlocks.CountOf(loaded.Histories.Properties));
        try
        {
            using (writer)
            {
                Write(writer, loaded);
                writer.Finish(lineage, loaded.Marks);
            }

            File.Move(temporary, Path.Combine(folder, Name), overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Deletes it, and what a crash left of one being written.</summary>
    internal static void Delete(string folder)
    {
        File.Delete(Path.Combine(folder, Name));
        File.Delete(Path.Combine(folder, TemporaryName));
    }

    private static LoadedHistories Read(SnapshotReader reader, Calendar calendar, byte currency, IProgress<double>? progress)
    {
        int[] subjectOf = reader.Read<int>(BlockKind.Placement);
        byte[] kinds = reader.Read<byte>(BlockKind.SubjectKeyKinds);
        SubjectType[] types = Array.ConvertAll(kinds, kind => kind == (byte)IdentityKind.Account ? SubjectType.Account : SubjectType.Customer);
        var subjects = new Subjects(reader.Read<byte>(BlockKind.SubjectKeys), reader.Read<int>(BlockKind.SubjectStarts), types);
        var segments = new Segment[reader.SegmentCount];
        int done = 0;
        SideBySide.For(segments.Length, number =>
        {
            segments[number] = new Segment(
                reader.Read<int>(BlockKind.Starts, number),
                reader.Read<Fact>(BlockKind.Facts, number),
                reader.Read<long>(BlockKind.FactIds, number),
                reader.Read<int>(BlockKind.Links, number),
                reader.Read<int>(BlockKind.ExtraAt, number),
                reader.Read<Extra>(BlockKind.Extras, number));
            progress?.Report((double)Interlocked.Increment(ref done) / segments.Length);
        });
        var words = new Vocabulary(TextBlock.TextsOf(reader.Read<byte>(BlockKind.TermTexts), reader.Read<int>(BlockKind.TermStarts)), [], []);
        ImmutableArray<Segment> all = ImmutableCollectionsMarshal.AsImmutableArray(segments);
        HistoryBase histories = new HistoryBase(all, subjects, words, calendar, currency).With(PropertyBlocks.Read(reader));
        return new LoadedHistories(histories, reader.Header.Marks, new Placement(subjectOf), kinds);
    }

    private static void Write(SnapshotWriter writer, LoadedHistories loaded)
    {
        HistoryBase histories = loaded.Histories;
        writer.Add<int>(BlockKind.Placement, 0, loaded.Placement.SubjectOf);
        writer.Add(BlockKind.SubjectKeys, 0, histories.Subjects.Keys);
        writer.Add(BlockKind.SubjectStarts, 0, histories.Subjects.Starts);
        writer.Add<byte>(BlockKind.SubjectKeyKinds, 0, loaded.KeyKinds);
        (byte[] texts, int[] starts) = TextBlock.Of([.. Enumerable.Range(0, histories.Vocabulary.Count).Select(histories.Vocabulary.TextOf)]);
        writer.Add<byte>(BlockKind.TermTexts, 0, texts);
        writer.Add<int>(BlockKind.TermStarts, 0, starts);
        for (int number = 0; number < histories.Segments.Length; number++)
        {
            Segment segment = histories.Segments[number];
            writer.Add<int>(BlockKind.Starts, number, segment.Starts);
            writer.Add<Fact>(BlockKind.Facts, number, segment.Facts);
            writer.Add<long>(BlockKind.FactIds, number, segment.FactIds);
            writer.Add<int>(BlockKind.Links, number, segment.Links);
            writer.Add<int>(BlockKind.ExtraAt, number, segment.ExtraAt);
            writer.Add<Extra>(BlockKind.Extras, number, segment.Extras);
        }

        PropertyBlocks.Write(writer, histories.Properties);
    }
}
