using Parcours.Domain.Histories;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>The dictionary: terms, the categories of products, and custom kinds.</summary>
internal static class VocabularyTable
{
    private const string SelectTerms = "SELECT id, text FROM terms WHERE id > ?1 AND id <= ?2 ORDER BY id";
    private const string SelectCategories = "SELECT product, category FROM products WHERE category <> 0 ORDER BY product";
    private const string SelectKinds = "SELECT name FROM kinds WHERE id < ?1 ORDER BY id";

    /// <summary>Reads it up to the marks.</summary>
    /// <param name="known">A dictionary whose terms are not read again: an earlier one of the same store.</param>
    internal static Vocabulary Load(Database database, Marks marks, Vocabulary known)
    {
        string[] texts = new string[marks.Terms + 1];
        for (int term = 0; term < known.Count; term++)
        {
            texts[term] = known.TextOf(term);
        }

        using Statement terms = database.Prepare(SelectTerms).Bind(1, known.Count - 1).Bind(2, marks.Terms);
        while (terms.Step())
        {
            texts[terms.Int32(0)] = terms.Text(1)!;
        }

        int[] categories = new int[texts.Length];
        using Statement products = database.Prepare(SelectCategories);
        while (products.Step())
        {
            int category = products.Int32(1);
            categories[products.Int32(0)] = category;
            categories[category] = categories[category] == 0 ? category : categories[category];
        }

        var names = new List<string>();
        using Statement kinds = database.Prepare(SelectKinds).Bind(1, marks.Kinds);
        while (kinds.Step())
        {
            names.Add(kinds.Text(0)!);
        }

        return new Vocabulary(texts, categories, [.. names]);
    }
}
