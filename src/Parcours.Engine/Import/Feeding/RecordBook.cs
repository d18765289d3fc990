using System.Globalization;
using System.Text;

namespace Parcours.Engine.Import.Feeding;

/// <summary>
/// The lines that are about nobody, kept as a document of the workspace: one a line, an id of 32 hexadecimal digits, then fields between tabs.
/// The same line imported twice is there once. A line with fields says something of its subject, named by the fields before its figure; where a
/// later file says it anew, the lines it no longer has end in <see cref="Replaced"/>: they stay to be known again, and count no more.
/// </summary>
internal sealed class RecordBook
{
    /// <summary>The last field of a line that a later file replaced.</summary>
    public const string Replaced = "replaced";

    private const int SubjectFields = 3;

    private readonly string _name;
    private readonly string _source;
    private readonly List<(UInt128 Id, string Text)> _lines = [];
    private readonly HashSet<UInt128> _known = [];
    private readonly HashSet<UInt128> _seen = [];
    private readonly HashSet<(string Subject, string Source)> _saidAnew = [];
    private bool _changed;

    private RecordBook(string name, string source, string? text)
    {
        _name = name;
        _source = source;
        foreach (string line in (text ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var id = UInt128.Parse(line.AsSpan(0, 32), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            _known.Add(id);
            _lines.Add((id, line.Length > 33 ? line[33..] : string.Empty));
        }
    }

    /// <summary>The name of the document that keeps the lines of a kind of file.</summary>
    public static string NameOf(string kind) => "lines/" + kind;

    /// <summary>The lines of a kind that a workspace knows; none when there is no workspace.</summary>
    /// <param name="documents">Reads a text that the workspace keeps under a name; null when it keeps none.</param>
    /// <param name="kind">The kind of file.</param>
    /// <param name="source">The name of the source whose file is imported.</param>
    public static RecordBook Open(Func<string, string?> documents, string kind, string source) => new(NameOf(kind), source, documents(NameOf(kind)));

    /// <summary>Adds a line; false when it is known.</summary>
    public bool Add(UInt128 id, string text)
    {
        _seen.Add(id);
        if (!_known.Add(id))
        {
            return false;
        }

        _changed = true;
        _lines.Add((id, text.Length > 0 ? text + '\t' + _source : text));
        if (text.Length > 0)
        {
            _saidAnew.Add((SubjectOf(text), _source));
        }

        return true;
    }

    /// <summary>Keeps the lines in the workspace, when there is a new one.</summary>
    public void Save(Action<string, string> save)
    {
        if (!_changed)
        {
            return;
        }

        var text = new StringBuilder();
        foreach ((UInt128 id, string line) in _lines)
        {
            text.Append(id.ToString("x32", CultureInfo.InvariantCulture));
            if (line.Length > 0)
            {
                text.Append('\t').Append(line).Append(IsReplaced(id, line) ? "\t" + Replaced : string.Empty);
            }

            text.Append('\n');
        }

        save(_name, text.ToString());
    }

    private bool IsReplaced(UInt128 id, string line)
    {
        string source = line[(line.LastIndexOf('\t') + 1)..];
        return !_seen.Contains(id) && _saidAnew.Contains((SubjectOf(line), source));
    }

    private static string SubjectOf(string text) => string.Join('\t', text.Split('\t', SubjectFields + 1).Take(SubjectFields));
}
