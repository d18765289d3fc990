using System.Globalization;
using System.Text;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Import.Feeding;

/// <summary>
/// The lines that are about nobody, kept as a document of the workspace: one a line, an id of 32 hexadecimal digits, then fields between tabs.
/// The same line imported twice is there once.
/// </summary>
internal sealed class RecordBook
{
    private readonly string _name;
    private readonly HashSet<UInt128> _ids = [];
    private readonly StringBuilder _text = new();
    private bool _changed;

    private RecordBook(string name, string? text)
    {
        _name = name;
        foreach (string line in (text ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _ids.Add(UInt128.Parse(line.AsSpan(0, 32), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            _text.Append(line).Append('\n');
        }
    }

    /// <summary>The name of the document that keeps the lines of a kind of file.</summary>
    public static string NameOf(string kind) => "lines/" + kind;

    /// <summary>The lines of a kind that a workspace knows; none when there is no workspace.</summary>
    public static RecordBook Open(IWorkspaceStore? store, string kind) => new(NameOf(kind), store?.Document(NameOf(kind)));

    /// <summary>Adds a line; false when it is known.</summary>
    public bool Add(UInt128 id, string text)
    {
        if (!_ids.Add(id))
        {
            return false;
        }

        _changed = true;
        _text.Append(id.ToString("x32", CultureInfo.InvariantCulture));
        if (text.Length > 0)
        {
            _text.Append('\t').Append(text);
        }

        _text.Append('\n');
        return true;
    }

    /// <summary>Keeps the lines in the workspace.</summary>
    public void Save(IWorkspaceStore store)
    {
        if (_changed)
        {
            store.SaveDocument(_name, _text.ToString());
        }
    }
}
