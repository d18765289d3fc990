using System.Text;

namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>Texts as a snapshot keeps them: their bytes one after the other, and where each starts, then the total.</summary>
internal static class TextBlock
{
    /// <summary>The columns of some texts.</summary>
    internal static (byte[] Bytes, int[] Starts) Of(ReadOnlySpan<string> texts)
    {
        var bytes = new List<byte>();
        int[] starts = new int[texts.Length + 1];
        for (int i = 0; i < texts.Length; i++)
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(texts[i]));
            starts[i + 1] = bytes.Count;
        }

        return ([.. bytes], starts);
    }

    /// <summary>The texts of two columns.</summary>
    internal static string[] TextsOf(byte[] bytes, int[] starts)
    {
        string[] texts = new string[starts.Length - 1];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Encoding.UTF8.GetString(bytes.AsSpan(starts[i]..starts[i + 1]));
        }

        return texts;
    }
}
