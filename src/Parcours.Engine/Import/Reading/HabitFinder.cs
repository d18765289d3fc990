using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import.Reading;

/// <summary>Looks at a file's values to learn how it writes dates and numbers. The order of day and month is decided over the whole column.</summary>
internal static class HabitFinder
{
    private const int Sample = 1000;

    private static readonly Column[] Numbers = [Column.Amount, Column.Price, Column.Total, Column.Discount, Column.Cost, Column.Quantity, Column.Refunded];

    private static readonly string[] French =
        ["montant", "client", "quantite", "qte", "prix", "magasin", "libelle", "commande", "heure", "achat", "vente", "fidelite", "devise", "remise", "rayon", "taille", "courriel", "jour", "envoi", "statut"];

    /// <summary>Looks at a table.</summary>
    /// <param name="language">The language of whoever imports: one sign among others.</param>
    public static FileHabits Of(TableOpener opener, ColumnMap map, string language)
    {
        int[] numbers = [.. Numbers.Where(map.Has).Select(column => map[column])];
        int date = map[Column.Date];
        int? order = null;
        int habit = 0;
        bool signs = false;
        long rows = 0;
        using RowReader reader = opener.Open(out _);
        while (reader.Read())
        {
            rows++;
            if (reader.Fault != RowFault.None)
            {
                continue;
            }

            if (rows <= Sample)
            {
                foreach (int field in numbers)
                {
                    habit += NumberReader.HabitOf(reader[field]);
                    signs |= NumberReader.TryRead(reader[field], commaDecimal: false, out _, out byte currency) && currency != 0;
                }
            }

            if (date >= 0 && order is null or 0)
            {
                order = DateReader.OrderOf(reader[date]) ?? order;
            }

            // An unslashed sample means there is nothing to decide; a proof ends the search.
            if (rows >= Sample && order != 0)
            {
                break;
            }
        }

        bool french = map.Headers.Any(header => French.Any(word => HeaderText.Plain(header).Contains(word, StringComparison.Ordinal)));
        bool continental = opener.Delimiter == ';' || french;
        bool comma = habit > 0 || (habit == 0 && continental);
        bool dayFirst = order == 1 || (order != -1 && (comma || continental || language.StartsWith("fr", StringComparison.OrdinalIgnoreCase)));
        return new FileHabits(order is not null, dayFirst, order is 1 or -1, comma, signs);
    }
}
