using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;
using Parcours.Engine.Indicators;

namespace Parcours.Cli.Indicators;

/// <summary>Shows the indicators to people: the year, and beside each figure the year before.</summary>
internal sealed class IndicatorsPage(VerbRun run, HistoryBase histories, StageNames stages)
{
    private const int CategoriesShown = 10;

    private readonly Language _language = run.Language;

    public void Show(IndicatorSet now, IndicatorSet before)
    {
        string[] columns =
        [
            string.Empty,
            Say($"year to {Date(now)}", $"année au {Date(now)}"),
            Say($"year to {Date(before)}", $"année au {Date(before)}"),
        ];
        ShowSales(now.Sales, before.Sales, columns);
        ShowRates(now, before, columns);
        ShowAttachment(now.Attachment, before.Attachment, columns);
        ShowCategories(now, before);
        ShowStages(now, before);
    }

    private void ShowSales(Sales now, Sales before, string[] columns)
    {
        var sheet = new Sheet(Say("Sales", "Ventes"), columns);
        void Count(string english, string french, Func<Sales, long> of) => sheet.Row(Say(english, french), _language.Count(of(now)), _language.Count(of(before)));
        void Amount(string english, string french, Func<Sales, double> of) => sheet.Row(Say(english, french), Money(of(now)), Money(of(before)));
        Count("Customers", "Clients", sales => sales.Customers);
        Count("Buyers of the year", "Acheteurs de l'année", sales => sales.Buyers);
        Count("New customers", "Nouveaux clients", sales => sales.NewCustomers);
        Count("Orders", "Commandes", sales => sales.Orders);
        Amount("Revenue", "Chiffre d'affaires", sales => sales.Revenue);
        Amount("Refunds", "Remboursements", sales => sales.Refunds);
        Amount("Average basket (net of refunds)", "Panier moyen (net des remboursements)", sales => sales.AverageBasket);
        sheet.Row(Say("Orders by buyer", "Commandes par acheteur"), _language.Number(now.OrdersPerBuyer, 2), _language.Number(before.OrdersPerBuyer, 2));
        sheet.Write(run.Terminal);
        if (now.OtherCurrency > 0)
        {
            run.Terminal.Error.WriteLine(Say(
                $"{_language.Count(now.OtherCurrency)} amounts in another currency are in no sum.",
                $"{_language.Count(now.OtherCurrency)} montants dans une autre monnaie ne sont dans aucune somme."));
        }
    }

    private void ShowRates(IndicatorSet now, IndicatorSet before, string[] columns)
    {
        var sheet = new Sheet(Say("Baskets and carts", "Paniers"), columns);
        string Part(long part, long all) => _language.Percent(all == 0 ? double.NaN : (double)part / all);
        sheet.Row(Say("Buyers whose basket grows", "Acheteurs dont le panier augmente"), Part(now.Baskets.Rising, now.Baskets.Known), Part(before.Baskets.Rising, before.Baskets.Known));
        sheet.Row(Say("Buyers whose basket shrinks", "Acheteurs dont le panier diminue"), Part(now.Baskets.Falling, now.Baskets.Known), Part(before.Baskets.Falling, before.Baskets.Known));
        sheet.Row(Say("Carts abandoned", "Paniers abandonnés"), _language.Percent(now.Carts.Rate), _language.Percent(before.Carts.Rate));
        sheet.Row(Say("Checkouts abandoned", "Passages en caisse abandonnés"), _language.Percent(now.Checkouts.Rate), _language.Percent(before.Checkouts.Rate));
        sheet.Write(run.Terminal);
    }

    private void ShowAttachment(Attachment now, Attachment before, string[] columns)
    {
        var sheet = new Sheet(Say("Attachment to the brand", "Attachement à la marque"), columns);
        void Share(string english, string french, Func<Attachment, double> of) =>
            sheet.Row(Say(english, french), _language.Percent(of(now)), _language.Percent(of(before)));
        Share("Bought twice or more", "Ont acheté deux fois ou plus", attachment => attachment.Repeat);
        Share("Bought two categories or more", "Ont acheté deux catégories ou plus", attachment => attachment.Breadth);
        Share("Reacted in the year", "Ont réagi dans l'année", attachment => attachment.Reactions);
        Share("Spoke well of the brand", "Ont dit du bien de la marque", attachment => attachment.Advocacy);
        sheet.Row(
            Say("Score out of 100: the mean of those known", "Score sur 100 : la moyenne des parts connues"), _language.Number(now.Score), _language.Number(before.Score));
        sheet.Write(run.Terminal);
    }

    private void ShowCategories(IndicatorSet now, IndicatorSet before)
    {
        if (now.Categories.Count == 0)
        {
            return;
        }

        var earlier = before.Categories.ToDictionary(category => category.Category);
        var sheet = new Sheet(
            Say("Favourite categories", "Catégories favorites"),
            Say("category", "catégorie"), Say("favourite of", "favorite de"), Date(before), Say("orders", "commandes"), Date(before), Say("amount", "montant"), Date(before));
        foreach (FavouriteCategory category in now.Categories.Take(CategoriesShown))
        {
            FavouriteCategory then = earlier.GetValueOrDefault(category.Category) ?? new(category.Category, 0, 0, 0, 0);
            sheet.Row(
                histories.Vocabulary.TextOf(category.Category), _language.Count(category.Favourites), _language.Count(then.Favourites),
                _language.Count(category.Orders), _language.Count(then.Orders), Money(category.Amount), Money(then.Amount));
        }

        sheet.Write(run.Terminal);
    }

    private void ShowStages(IndicatorSet now, IndicatorSet before)
    {
        var sheet = new Sheet(
            Say($"Average basket by stage ({stages.Lifecycle})", $"Panier moyen par phase ({stages.Lifecycle})"),
            Say("stage", "phase"), Say("customers", "clients"), Date(before), Say("average basket", "panier moyen"), Date(before));
        foreach ((StageBasket current, StageBasket then) in now.Stages.Zip(before.Stages))
        {
            sheet.Row(
                _language.Say(stages.Timelines.Stages[current.Stage].Name), _language.Count(current.Subjects), _language.Count(then.Subjects),
                Money(current.AverageBasket), Money(then.AverageBasket));
        }

        sheet.Write(run.Terminal);
    }

    private string Say(string english, string french) => _language.Say(english, french);

    private string Date(IndicatorSet set) => _language.Date(set.Window.To, histories.Calendar);

    private string Money(double minor) =>
        double.IsFinite(minor) ? _language.Amount((long)Math.Round(minor, MidpointRounding.ToEven), histories.Currency) : "–";
}
