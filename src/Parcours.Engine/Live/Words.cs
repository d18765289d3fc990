using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Live;

/// <summary>The dictionary of the base and the words that the transaction being put together adds to it.</summary>
/// <param name="commit">The transaction.</param>
/// <param name="known">The dictionary of the base.</param>
/// <param name="details">What was last said of products, so that what is said again is not written again.</param>
internal sealed class Words(LiveCommit commit, Vocabulary known, Dictionary<int, string?> details)
{
    /// <summary>The most named custom kinds a workspace may have: beyond it something writes data where a name should stand.</summary>
    public const int MostCustomKinds = 5000;

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactKind> _kinds = new(StringComparer.Ordinal);

    /// <summary>What was said of products' categories.</summary>
    public List<(int Product, int Category)> Categories { get; } = [];

    /// <summary>The term of a text; 0 for none.</summary>
    public int Term(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return 0;
        }

        if (known.TryFind(text, out int term) || _terms.TryGetValue(text, out term))
        {
            return term;
        }

        term = known.Count + commit.Terms.Count;
        commit.Terms.Add(text);
        _terms.Add(text, term);
        return term;
    }

    /// <summary>The kind of a name, found or made; none when there are too many already.</summary>
    public FactKind Kind(string name)
    {
        if (FactKinds.TryFind(name, out FactKind kind) || _kinds.TryGetValue(name, out kind))
        {
            return kind;
        }

        if (!known.TryFindKind(name, out kind))
        {
            int number = known.CustomKinds.Count + commit.Kinds.Count;
            if (number >= MostCustomKinds)
            {
                return FactKind.None;
            }

            commit.Kinds.Add(name);
            kind = FactKind.FirstCustom + (ushort)number;
        }

        _kinds.Add(name, kind);
        return kind;
    }

    /// <summary>Takes note of what a product is. What a browser says counts only for a product nobody spoke of before.</summary>
    public void Product(int product, int category, string? detail, bool isPublic)
    {
        bool isNewCategory = category != 0 && known.CategoryOf(product) != category && !Categories.Contains((product, category));
        if ((isPublic && product < known.Count) || (detail is null && !isNewCategory))
        {
            return;
        }

        if (isNewCategory)
        {
            Categories.Add((product, category));
        }

        if (isNewCategory || !details.TryGetValue(product, out string? before) || before != detail)
        {
            details[product] = detail;
            commit.Products.Add((product, category, detail));
        }
    }
}
