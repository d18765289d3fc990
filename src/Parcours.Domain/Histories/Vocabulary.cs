using Parcours.Domain.Facts;

namespace Parcours.Domain.Histories;

/// <summary>
/// The dictionary of the base: the texts behind the numbers that facts carry. A term is a positive number; 0 is "none".
/// One numbering serves products, categories, campaigns, attributes and their values: the kind of the fact says which is meant.
/// </summary>
public sealed class Vocabulary
{
    private readonly string[] _texts;
    private readonly int[] _categories;
    private readonly string[] _customKinds;
    private readonly Lazy<Dictionary<string, int>> _terms;

    /// <summary>Puts the tables together; they are not copied.</summary>
    /// <param name="texts">The text of each term; index 0 is the empty text.</param>
    /// <param name="categories">The category (a term) of each term that is a product or a category; 0 for none. May be shorter than the texts.</param>
    /// <param name="customKinds">The names of the custom kinds, in order of their numbers.</param>
    public Vocabulary(string[] texts, int[] categories, string[] customKinds)
    {
        _texts = texts;
        _categories = categories;
        _customKinds = customKinds;
        _terms = new(() =>
        {
            var terms = new Dictionary<string, int>(_texts.Length, StringComparer.Ordinal);
            for (int i = 1; i < _texts.Length; i++)
            {
                terms.TryAdd(_texts[i], i);
            }

            return terms;
        });
    }

    /// <summary>No term at all.</summary>
    public static Vocabulary Empty { get; } = new([""], [], []);

    /// <summary>How many terms, the empty one included.</summary>
    public int Count => _texts.Length;

    /// <summary>The names of the custom kinds, in order of their numbers.</summary>
    public IReadOnlyList<string> CustomKinds => _customKinds;

    /// <summary>The text of a term; empty for 0 and for a number beyond the dictionary.</summary>
    public string TextOf(int term) => (uint)term < (uint)_texts.Length ? _texts[term] : string.Empty;

    /// <summary>The term of a text, exact and case-sensitive; false when no fact ever used it.</summary>
    public bool TryFind(string text, out int term) => _terms.Value.TryGetValue(text, out term);

    /// <summary>The category of a product; a category's own term for a category; 0 when not known.</summary>
    public int CategoryOf(int item) => (uint)item < (uint)_categories.Length ? _categories[item] : 0;

    /// <summary>The kind of a name, typed or the workspace's own; false when there is none.</summary>
    public bool TryFindKind(string name, out FactKind kind)
    {
        if (FactKinds.TryFind(name, out kind))
        {
            return true;
        }

        int custom = Array.IndexOf(_customKinds, name);
        kind = custom < 0 ? FactKind.None : FactKind.FirstCustom + (ushort)custom;
        return custom >= 0;
    }

    /// <summary>The name of a kind as files and the API write it: snake case for the typed ones.</summary>
    public string NameOf(FactKind kind) =>
        kind < FactKind.FirstCustom ? FactKinds.NameOf(kind)
        : kind - FactKind.FirstCustom < _customKinds.Length ? _customKinds[kind - FactKind.FirstCustom] : "unknown";
}
