using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>Every term and custom kind of the store while an import runs.</summary>
internal sealed class TermMap
{
    private const string SelectTerms = "SELECT text FROM terms WHERE id <= ?1 ORDER BY id";
    private const string SelectKinds = "SELECT name FROM kinds WHERE id < ?1 ORDER BY id";

    private readonly Dictionary<string, int> _terms = [];
    private readonly Dictionary<string, int> _kinds = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private TermMap() => _lookup = _terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The terms and kinds up to the marks.</summary>
    internal static TermMap Load(Database database, Marks marks)
    {
        var map = new TermMap();
        using Statement terms = database.Prepare(SelectTerms).Bind(1, marks.Terms);
        while (terms.Step())
        {
            map.CreateTerm(terms.Text(0)!);
        }

        using Statement kinds = database.Prepare(SelectKinds).Bind(1, marks.Kinds);
        while (kinds.Step())
        {
            map.CreateKind(kinds.Text(0)!);
        }

        return map;
    }

    /// <summary>The term of a text; false when it is not known yet.</summary>
    internal bool TryFindTerm(ReadOnlySpan<char> text, out int term) => _lookup.TryGetValue(text, out term);

    /// <summary>Gives the next number, from 1, to a new text.</summary>
    internal int CreateTerm(string text)
    {
        int term = _terms.Count + 1;
        _terms.Add(text, term);
        return term;
    }

    /// <summary>The place of a custom kind; false when it is not known yet.</summary>
    internal bool TryFindKind(string name, out int kind) => _kinds.TryGetValue(name, out kind);

    /// <summary>Gives the next place, from 0, to a new custom kind.</summary>
    internal int CreateKind(string name)
    {
        int kind = _kinds.Count;
        _kinds.Add(name, kind);
        return kind;
    }
}
