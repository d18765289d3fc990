using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Parcours.Server.Screens.Tasks;

/// <summary>Three years of a small shop's orders, as its till exports them: always the same.</summary>
internal static class ShopFile
{
    /// <summary>How many customers are in it.</summary>
    internal const int Customers = 240;

    private static readonly DateTime _last = new(2026, 2, 27);
    private static readonly (string English, string French, int Cents)[] _products = [("Tea", "Thé", 890), ("Coffee", "Café", 1250), ("Mug", "Tasse", 1500), ("Teapot", "Théière", 4200), ("Biscuits", "Biscuits", 650)];

    /// <summary>The file, its columns named in a language.</summary>
    internal static (FilePayload File, int Lines) In(string language)
    {
        bool isFrench = language == "fr";
        var random = new Random(20260301);
        var text = new StringBuilder(isFrench ? "commande;client;e-mail;date;montant;produit\n" : "order_id,customer_id,email,date,amount,product\n");
        int lines = 0;
        for (int customer = 1; customer <= Customers; customer++)
        {
            DateTime at = _last.AddDays(-random.Next(20, 1095));
            double gap = 20 + (100 * random.NextDouble());
            double leaving = 0.05 + (0.2 * random.NextDouble());
            for (bool stays = true; stays && at <= _last; stays = random.NextDouble() > leaving)
            {
                (string english, string french, int cents) = _products[random.Next(_products.Length)];
                string amount = (cents * random.Next(1, 4) / 100m).ToString("0.00", CultureInfo.InvariantCulture);
                text.Append(CultureInfo.InvariantCulture, $"O{++lines:00000}{(isFrench ? ';' : ',')}");
                text.AppendJoin(isFrench ? ';' : ',', $"K{customer:000}", $"k{customer:000}@shop.example", at.ToString(isFrench ? "dd/MM/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture), isFrench ? amount.Replace('.', ',') : amount, isFrench ? french : english);
                text.Append('\n');
                at = at.AddDays(Math.Max(1, gap * -Math.Log(1 - random.NextDouble())));
            }
        }

        return (new FilePayload { Name = isFrench ? "commandes.csv" : "orders.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text.ToString()) }, lines);
    }
}
