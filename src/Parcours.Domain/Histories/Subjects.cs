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
    private readonly Pages<SubjectName> _changed;
    private int _present = -1;

    /// <summary>Puts the columns together; they are not copied.</summary>
    /// <param name="keys">The keys in UTF-8, end to end, by subject.</param>
    /// <param name="starts">Where each key starts, then the total.</param>
    /// <param name="types">The type of each subject.</param>
    /// <exception cref="ArgumentException">The columns disagree in length.</exception>
    public Subjects(byte[] keys, int[] starts, SubjectType[] types)
        : this(keys, starts, types, Pages<SubjectName>.Empty, types.Length)
    {
        if (starts.Length != types.Length + 1)
        {
            throw new ArgumentException("The columns of the subjects disagree in length.", nameof(starts));
        }

    }

    private Subjects(byte[] keys, int[] starts, SubjectType[] types, Pages<SubjectName> changed, int count)
    {
        _keys = keys;
        _starts = starts;
        _types = types;
        _changed = changed;
        Count = count;
    }

    /// <summary>How many places, those of nobody included: an identity that was joined to another leaves its place empty.</summary>
    public int Count { get; }

    /// <summary>How many subjects are there: places with a name. Counted when it is first asked.</summary>
    public int Present => _present >= 0 ? _present : _present = CountPresent();

    /// <summary>The names in UTF-8, end to end. Only where nothing was changed since the columns were put together, or after <see cref="Compact"/>.</summary>
    public ReadOnlySpan<byte> Keys => IsFlat ? _keys : throw new InvalidOperationException("Names were changed: compact them first.");

    /// <summary>Where each name starts, then the total. As <see cref="Keys"/>.</summary>
    public ReadOnlySpan<int> Starts => IsFlat ? _starts : throw new InvalidOperationException("Names were changed: compact them first.");

    /// <summary>Whether any subject is an account.</summary>
    public bool HasAccounts => _types.AsSpan().Contains(SubjectType.Account) || _changed.Entries.Any(entry => entry.Value.Type == SubjectType.Account);

    private bool IsFlat => _changed.Count == 0;

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
    public ReadOnlySpan<byte> Utf8KeyOf(int subject) =>
        _changed[subject] is { } name ? name.Key
        : subject < _types.Length ? _keys.AsSpan(_starts[subject], _starts[subject + 1] - _starts[subject])
        : [];

    /// <summary>The type of a subject.</summary>
    public SubjectType TypeOf(int subject) =>
        !IsFlat && _changed[subject] is { } name ? name.Type : subject < _types.Length ? _types[subject] : SubjectType.Customer;

    /// <summary>The subjects with some names changed or added; all others are shared.</summary>
    /// <param name="names">A name for each index; an index beyond the present ones adds subjects up to it.</param>
    public Subjects With(IReadOnlyCollection<KeyValuePair<int, SubjectName>> names) =>
        names.Count == 0 ? this : new Subjects(_keys, _starts, _types, _changed.With(names), Math.Max(Count, names.Max(name => name.Key) + 1));

    /// <summary>The same names in columns of their own, so that <see cref="Keys"/> can be read.</summary>
    public Subjects Compact()
    {
        if (IsFlat)
        {
            return this;
        }

        int[] starts = new int[Count + 1];
        var types = new SubjectType[Count];
        for (int subject = 0; subject < Count; subject++)
        {
            starts[subject + 1] = starts[subject] + Utf8KeyOf(subject).Length;
            types[subject] = TypeOf(subject);
        }

        byte[] keys = new byte[starts[^1]];
        for (int subject = 0; subject < Count; subject++)
        {
            Utf8KeyOf(subject).CopyTo(keys.AsSpan(starts[subject]));
        }

        return new Subjects(keys, starts, types);
    }

    private int CountPresent()
    {
        int present = 0;
        for (int subject = 0; subject < Count; subject++)
        {
            present += Utf8KeyOf(subject).IsEmpty ? 0 : 1;
        }

        return present;
    }
}
