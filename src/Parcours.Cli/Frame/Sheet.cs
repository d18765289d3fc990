using Spectre.Console;

namespace Parcours.Cli.Frame;

/// <summary>A table for people: the first column reads from the left, figures are set to the right.</summary>
internal sealed class Sheet
{
    private readonly Table _table = new() { Border = TableBorder.Simple, UseSafeBorder = false };

    /// <summary>A table with a title and its columns.</summary>
    /// <param name="title">Shown above; empty for none.</param>
    /// <param name="columns">The headers; one that starts with "&lt;" is set to the left, as is the first.</param>
    public Sheet(string title, params string[] columns)
    {
        if (title.Length > 0)
        {
            _table.Title = new TableTitle(Markup.Escape(title), new Style(decoration: Decoration.Bold));
        }

        for (int i = 0; i < columns.Length; i++)
        {
            bool left = i == 0 || columns[i].StartsWith('<');
            var column = new TableColumn(Markup.Escape(columns[i].TrimStart('<')));
            _table.AddColumn(left ? column.LeftAligned() : column.RightAligned());
        }
    }

    /// <summary>Adds a row; texts are shown as they are.</summary>
    public Sheet Row(params string[] cells)
    {
        _table.AddRow([.. cells.Select(Markup.Escape)]);
        return this;
    }

    /// <summary>Writes it.</summary>
    public void Write(Terminal terminal) => terminal.Pretty.Write(_table);
}
