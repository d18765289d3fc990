namespace Parcours.Engine.Import.Feeding;

/// <summary>The account of a file's lines: which brought something new.</summary>
internal sealed class LineAccount(IImportSession session, OrderStatements statements)
{
    private long[] _repeatedLines = new long[1024]; // of each order: a line of it that brought nothing of its own, counted from 1; 0 for none
    private bool _isOpen;
    private long _line;

    /// <summary>Lines that brought something.</summary>
    public long Stored { get; private set; }

    /// <summary>Lines that brought nothing.</summary>
    public long Duplicates { get; private set; }

    /// <summary>The order of the line at hand; -1 for none.</summary>
    public int Order { get; set; } = -1;

    /// <summary>The statement that the line makes; -1 for none.</summary>
    public int Statement { get; set; } = -1;

    /// <summary>Whether the line brought something.</summary>
    public bool IsNew { get; set; }

    /// <summary>A line begins; the one before ends.</summary>
    public void Start()
    {
        Finish();
        _isOpen = true;
        _line++;
    }

    /// <summary>The line at hand ends, if one is.</summary>
    public void Finish()
    {
        if (_isOpen)
        {
            Count();
        }

        _isOpen = false;
        IsNew = false;
        Order = -1;
        Statement = -1;
    }

    /// <summary>An order of the file begins: no line of it was seen.</summary>
    public void Opens(int order)
    {
        if (order >= _repeatedLines.Length)
        {
            Array.Resize(ref _repeatedLines, Math.Max(order + 1, _repeatedLines.Length * 2));
        }

        _repeatedLines[order] = 0;
    }

    /// <summary>A line of an order that brought nothing of its own, counted from 1; 0 for none.</summary>
    public long RepeatedLineOf(int order) => _repeatedLines[order];

    private void Count()
    {
        session.Line(IsNew);
        if (IsNew)
        {
            Stored++;
            return;
        }

        Duplicates++;
        if (Order >= 0)
        {
            _repeatedLines[Order] = _line;
        }

        if (Statement >= 0)
        {
            statements.RepeatedLine(Statement, _line);
        }
    }
}
