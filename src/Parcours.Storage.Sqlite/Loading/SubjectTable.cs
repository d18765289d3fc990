using System.Runtime.InteropServices;
using Parcours.Domain.Histories;
using Parcours.Engine.Identity;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>
/// The keys subjects are shown by: of a subject's identities, the strongest kind, then the first in the order of UTF-8 bytes.
/// Keys are gathered end to end; a subject's key is a stretch of them.
/// </summary>
internal sealed class SubjectTable
{
    private const string SelectIdentities = "SELECT id, kind, key FROM identities WHERE id >= ?1 AND id < ?2 ORDER BY id";

    private readonly List<byte> _bytes = [];
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly byte[] _kinds;

    private SubjectTable(int count)
    {
        _starts = new int[count];
        _ends = new int[count];
        _kinds = new byte[count];
        Array.Fill(_kinds, byte.MaxValue);
    }

    /// <summary>The kind of each subject's shown key.</summary>
    internal byte[] Kinds => _kinds;

    /// <summary>Reads the identities up to the marks.</summary>
    internal static SubjectTable Load(Database database, Marks marks, Placement placement)
    {
        var table = new SubjectTable(placement.SubjectCount);
        table.Read(database, 0, marks, placement);
        return table;
    }

    /// <summary>Adds the identities that came after those of known subjects.</summary>
    /// <param name="subjects">The subjects before, by the same places.</param>
    /// <param name="kinds">The kinds of their shown keys.</param>
    /// <param name="from">The first identity to read.</param>
    internal static SubjectTable Extend(Subjects subjects, byte[] kinds, int from, Database database, Marks marks, Placement placement)
    {
        var table = new SubjectTable(placement.SubjectCount);
        table._bytes.AddRange(subjects.Keys);
        subjects.Starts[..^1].CopyTo(table._starts);
        subjects.Starts[1..].CopyTo(table._ends);
        kinds.CopyTo(table._kinds, 0);
        table.Read(database, from, marks, placement);
        return table;
    }

    /// <summary>The subjects, in order of their places.</summary>
    internal Subjects ToSubjects()
    {
        ReadOnlySpan<byte> bytes = CollectionsMarshal.AsSpan(_bytes);
        int[] starts = new int[_starts.Length + 1];
        for (int i = 0; i < _starts.Length; i++)
        {
            starts[i + 1] = starts[i] + _ends[i] - _starts[i];
        }

        byte[] keys = new byte[starts[^1]];
        for (int i = 0; i < _starts.Length; i++)
        {
            bytes[_starts[i].._ends[i]].CopyTo(keys.AsSpan(starts[i]));
        }

        SubjectType[] types = Array.ConvertAll(_kinds, kind => kind == (byte)IdentityKind.Account ? SubjectType.Account : SubjectType.Customer);
        return new Subjects(keys, starts, types);
    }

    private void Read(Database database, int from, Marks marks, Placement placement)
    {
        using Statement select = database.Prepare(SelectIdentities).Bind(1, from).Bind(2, marks.Identities);
        while (select.Step())
        {
            Offer(placement.SubjectOf[select.Int32(0)], (byte)select.Int64(1), select.Utf8(2));
        }
    }

    private void Offer(int subject, byte kind, ReadOnlySpan<byte> key)
    {
        ReadOnlySpan<byte> shown = CollectionsMarshal.AsSpan(_bytes)[_starts[subject].._ends[subject]];
        if (kind < _kinds[subject] || (kind == _kinds[subject] && key.SequenceCompareTo(shown) < 0))
        {
            _starts[subject] = _bytes.Count;
            _bytes.AddRange(key);
            _ends[subject] = _bytes.Count;
            _kinds[subject] = kind;
        }
    }
}
