using System.Text;

namespace Parcours.Domain.Histories;

/// <summary>
/// The names of the subjects: an index is a subject's place in the base, a key is the identity it is shown and ranked by.
/// Keys are held as UTF-8, end to end, so that a million of them cost their bytes and little more.
/// </summary>
public sealed class Subjects
{
    private readonly byte[] _keys;
    private readonly int[] _starts;
    private readonly SubjectType[] _types;

    /// <summary>Puts the columns together; they are not copied.</summary>
    /// <param name="keys">The keys in UTF-8, end to end, by subject.</param>
    /// <param name="starts">Where each key starts, then the total.</param>
    /// <param name="types">The type of each subject.</param>
    /// <exception cref="ArgumentException">The columns disagree in length.</exception>
    public Subjects(byte[] keys, int[] starts, SubjectType[] types)
    {
        if (starts.Length != types.Length + 1)
        {
            throw new ArgumentException("The columns of the subjects disagree in length.", nameof(starts));
        }

        _keys = keys;
        _starts = starts;
        _types = types;
    }

    /// <summary>How many subjects.</summary>
    public int Count => _types.Length;

    /// <summary>The names in UTF-8, end to end.</summary>
    public ReadOnlySpan<byte> Keys => _keys;

    /// <summary>Where each name starts, then the total.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>The type of each subject.</summary>
    public ReadOnlySpan<SubjectType> Types => _types;

    /// <summary>From keys and types as a list.</summary>
    public static Subjects Of(IReadOnlyList<string> keys, IReadOnlyList<SubjectType>? types = null)
    {
        int[] starts = new int[keys.Count + 1];
        var bytes = new List<byte>();
        for (int i = 0; i < keys.Count; i++)
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(keys[i]));
            starts[i + 1] = bytes.Count;
        }

        return new Subjects([.. bytes], starts, types is null ? new SubjectType[keys.Count] : [.. types]);
    }

    /// <summary>The key of a subject.</summary>
    public string KeyOf(int subject) => Encoding.UTF8.GetString(Utf8KeyOf(subject));

    /// <summary>The key of a subject in UTF-8: its byte order is the order ties are broken by.</summary>
    public ReadOnlySpan<byte> Utf8KeyOf(int subject) => _keys.AsSpan(_starts[subject], _starts[subject + 1] - _starts[subject]);

    /// <summary>The type of a subject.</summary>
    public SubjectType TypeOf(int subject) => _types[subject];
}
