using System.Text.Json;
using Parcours.Domain.Histories;

namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>The declared properties in a snapshot: what was declared, and the columns of each name. A base without any has none of these blocks.</summary>
internal static class PropertyBlocks
{
    private const int BlocksOfColumn = 4;

    /// <summary>How many blocks they take.</summary>
    internal static int CountOf(FactProperties properties) => properties.Declared.IsEmpty ? 0 : 1 + (BlocksOfColumn * properties.Names.Length);

    /// <summary>Writes them.</summary>
    internal static void Write(SnapshotWriter writer, FactProperties properties)
    {
        if (properties.Declared.IsEmpty)
        {
            return;
        }

        writer.Add<byte>(BlockKind.PropertyNames, 0, JsonSerializer.SerializeToUtf8Bytes(properties.Declared.ToArray()));
        for (int number = 0; number < properties.Names.Length; number++)
        {
            PropertyColumn column = properties[properties.Names[number]];
            (byte[] texts, int[] starts) = TextBlock.Of(column.Texts);
            writer.Add(BlockKind.PropertyHas, number, column.Has);
            writer.Add(BlockKind.PropertyTerms, number, column.Terms);
            writer.Add<byte>(BlockKind.PropertyTexts, number, texts);
            writer.Add<int>(BlockKind.PropertyTextStarts, number, starts);
        }
    }

    /// <summary>Reads them.</summary>
    internal static FactProperties Read(SnapshotReader reader)
    {
        if (!reader.Has(BlockKind.PropertyNames))
        {
            return FactProperties.None;
        }

        var declared = FactProperties.Of(JsonSerializer.Deserialize<DeclaredProperty[]>(reader.Read<byte>(BlockKind.PropertyNames))!);
        return declared.With(Enumerable.Range(0, declared.Names.Length).Select(number => new PropertyColumn(
            reader.Read<ulong>(BlockKind.PropertyHas, number),
            reader.Read<int>(BlockKind.PropertyTerms, number),
            TextBlock.TextsOf(reader.Read<byte>(BlockKind.PropertyTexts, number), reader.Read<int>(BlockKind.PropertyTextStarts, number)))));
    }
}
