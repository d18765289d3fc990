using System.Collections.Concurrent;
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

    // Shared by all the dictionaries that grew out of one another: a term beyond the count of a dictionary is not in it.
    private readonly Lazy<ConcurrentDictionary<string, int>> _terms;

    /// <summary>Puts the tables together; they are not copied.</summary>
    /// <param name="texts">The text of each term; index 0 is the empty text.</param>
    /// <param name="categories">The category (a term) of each term that is a product or a category; 0 for none. May be shorter than the texts.</param>
    /// <param name="customKinds">The names of the custom kinds, in order of their numbers.</param>
    public Vocabulary(string[] texts, int[] categories, string[] customKinds)
        : this(texts, texts.Length, categories, customKinds, new(() => TermsOf(texts)))
    {
    }

    private Vocabulary(string[] texts, int count, int[] categories, string[] customKinds, Lazy<ConcurrentDictionary<string, int>> terms)
    {
        _texts = texts;
        Count = count;
        _categories = categories;
        _customKinds = customKinds;
        _terms = terms;
    }

    /// <summary>No term at all.</summary>
    public static Vocabulary Empty { get; } = new([""], [], []);

    /// <summary>How many terms, the empty one included.</summary>
    public int Count { get; }

    /// <summary>The names of the custom kinds, in order of their numbers.</summary>
    public IReadOnlyList<string> CustomKinds => _customKinds;

    /// <summary>The text of a term; empty for 0 and for a number beyond the dictionary.</summary>
    public string TextOf(int term) => (uint)term < (uint)Count ? _texts[term] : string.Empty;

    /// <summary>The term of a text, exact and case-sensitive; false when no fact ever used it.</summary>
    public bool TryFind(string text, out int term) => _terms.Value.TryGetValue(text, out term) && term < Count;

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

    /// <summary>
    /// The dictionary with further terms, kinds and categories. What is there is shared, so adding a few costs a few. Only the latest dictionary may grow:
    /// it is for the one writer of a live base.
    /// </summary>
    /// <param name="texts">The texts of the terms that follow.</param>
    /// <param name="customKinds">The names of the custom kinds that follow.</param>
    /// <param name="categories">Products and their categories, as terms of the new dictionary.</param>
    public Vocabulary With(IReadOnlyList<string> texts, IReadOnlyList<string> customKinds, IReadOnlyCollection<(int Product, int Category)> categories)
    {
        if (texts.Count + customKinds.Count + categories.Count == 0)
        {
            return this;
        }

        string[] all = _texts;
        int count = Count + texts.Count;
        if (count > all.Length)
        {
            Array.Resize(ref all, Math.Max(count, all.Length + (all.Length >> 1)));
        }

        for (int i = 0; i < texts.Count; i++)
        {
            all[Count + i] = texts[i];
            _terms.Value.TryAdd(texts[i], Count + i);
        }

        return new Vocabulary(all, count, Categorised(categories, count), customKinds.Count == 0 ? _customKinds : [.. _customKinds, .. customKinds], _terms);
    }

    /// <summary>
    /// Puts other texts in the place of some, in every dictionary that shares them: a text that must be forgotten may not live on in an earlier state of the base.
    /// It is for the one writer of a live base.
    /// </summary>
    /// <param name="terms">The terms, each with a text that no term has.</param>
    public void Forget(IReadOnlyCollection<(int Term, string Text)> terms)
    {
        foreach ((int term, string text) in terms)
        {
            _terms.Value.TryRemove(KeyValuePair.Create(_texts[term], term));
            _terms.Value.TryAdd(text, term);
            _texts[term] = text;
        }
    }

    private int[] Categorised(IReadOnlyCollection<(int Product, int Category)> categories, int count)
    {
        if (categories.Count == 0)
        {
            return _categories;
        }

        int[] all = new int[Math.Max(count, _categories.Length)];
        _categories.CopyTo(all, 0);
        foreach ((int product, int category) in categories)
        {
            all[product] = category;
            all[category] = all[category] == 0 ? category : all[category];
        }

        return all;
    }

    private static ConcurrentDictionary<string, int> TermsOf(string[] texts)
    {
        var terms = new ConcurrentDictionary<string, int>(1, texts.Length, StringComparer.Ordinal);
        for (int i = 1; i < texts.Length; i++)
        {
            if (texts[i] is { } text)
            {
                terms.TryAdd(text, i);
            }
        }

        return terms;
    }
}
