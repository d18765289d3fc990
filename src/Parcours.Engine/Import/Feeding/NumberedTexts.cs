namespace Parcours.Engine.Import.Feeding;

/// <summary>Texts with a number each, found without making a string.</summary>
internal sealed class NumberedTexts
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NumberedTexts() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many texts.</summary>
    public int Count => _numbers.Count;

    /// <summary>The number last found.</summary>
    public int Last { get; private set; }

    /// <summary>The number of a text; false when it was never added.</summary>
    public bool TryFind(ReadOnlySpan<char> text, out int number)
    {
        bool found = _lookup.TryGetValue(text, out number);
        Last = number;
        return found;
    }

    /// <summary>Adds a text with its number, and gives the string kept.</summary>
    public string TryAdd(ReadOnlySpan<char> text, int number)
    {
        string kept = text.ToString();
        _numbers.TryAdd(kept, number);
        Last = number;
        return kept;
    }
}
