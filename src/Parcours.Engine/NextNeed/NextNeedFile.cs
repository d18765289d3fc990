using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Engine.Answers;

namespace Parcours.Engine.NextNeed;

/// <summary>
/// Writes what every customer is likely to want next as CSV: customer, level (category or product), list (again or new), rank, item, name, category, probability,
/// expected_value, currency, reason. Column names and values are the same in every language; the reason is in the reader's.
/// </summary>
public static class NextNeedFile
{
    /// <summary>The first line.</summary>
    public const string Header = "customer,level,list,rank,item,name,category,probability,expected_value,currency,reason";

    /// <summary>Writes it.</summary>
    /// <param name="to">Where.</param>
    /// <param name="model">What was learned.</param>
    /// <param name="count">How many a list holds at most.</param>
    /// <param name="language">"en" or "fr".</param>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    /// <param name="cancellation">Stops between two customers.</param>
    /// <returns>How many customers are in it.</returns>
    public static long Write(TextWriter to, NextNeedModel model, int count, string language, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        to.Write(Header + "\n");
        long customers = 0;
        foreach (CustomerNeeds needs in CustomerScan.Of(model, count, progress))
        {
            cancellation.ThrowIfCancellationRequested();
            string customer = Cell(model.Bought.Histories.Subjects.KeyOf(needs.Subject));
            Write(to, model.Bought, customer, "category,again", needs.Categories.Again, language);
            Write(to, model.Bought, customer, "category,new", needs.Categories.New, language);
            Write(to, model.Bought, customer, "product,again", needs.Products.Again, language);
            Write(to, model.Bought, customer, "product,new", needs.Products.New, language);
            customers++;
        }

        return customers;
    }

    private static void Write(TextWriter to, PurchasedBaskets bought, string customer, string list, IReadOnlyList<Need> needs, string language)
    {
        for (int i = 0; i < needs.Count; i++)
        {
            Need need = needs[i];
            string item = bought.Histories.Vocabulary.TextOf(need.Term);
            string category = bought.Histories.Vocabulary.TextOf(bought.Histories.Vocabulary.CategoryOf(need.Term));
            string probability = need.Probability?.ToString("0.######", CultureInfo.InvariantCulture) ?? string.Empty;
            string currency = need.ExpectedValue is { } value ? Currencies.CodeOf(value.Currency) : string.Empty;
            to.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{customer},{list},{i + 1},{Cell(item)},{Cell(bought.NameOf(need.Term))},{Cell(category)},{probability},{need.ExpectedValue?.ToString()},{currency},{Cell(need.Reason.Words(bought.NameOf).In(language))}\n"));
        }
    }

    // A cell that no spreadsheet takes for a formula.
    private static string Cell(string text)
    {
        string safe = CsvText.Harmless(text);
        return safe.AsSpan().IndexOfAny("\",\r\n;") < 0 ? safe : string.Concat("\"", safe.Replace("\"", "\"\""), "\"");
    }
}
