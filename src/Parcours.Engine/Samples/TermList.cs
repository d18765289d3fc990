namespace Parcours.Engine.Samples;

/// <summary>The shop's own numbering of texts, as it grows; 0 is the empty text.</summary>
internal sealed class TermList
{
    private readonly List<string> _texts = [string.Empty];
    private readonly List<int> _categories = [0];
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The category of each term; 0 for none.</summary>
    public IReadOnlyList<int> Categories => _categories;

    /// <summary>The term of a text, added when new.</summary>
    public int Of(string text)
    {
        if (!_terms.TryGetValue(text, out int term))
        {
            term = _texts.Count;
            _texts.Add(text);
            _categories.Add(0);
            _terms.Add(text, term);
        }

        return term;
    }

    /// <summary>The terms of several texts.</summary>
    public int[] Of(IEnumerable<string> texts) => [.. texts.Select(Of)];

    /// <summary>Says which category a term belongs to.</summary>
    public void Place(int term, int category) => _categories[term] = category;
}
