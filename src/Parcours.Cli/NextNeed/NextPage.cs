using Parcours.Cli.Frame;
using Parcours.Domain.Facts;
using Parcours.Engine.NextNeed;
using Parcours.Statistics.Recommendation;

namespace Parcours.Cli.NextNeed;

/// <summary>Next need, for people.</summary>
internal sealed class NextPage(VerbRun run, PurchasedBaskets bought)
{
    private readonly Language _language = run.Language;

    public void Customer(CustomerNeeds needs)
    {
        string id = bought.Histories.Subjects.KeyOf(needs.Subject);
        string date = _language.Date(bought.At, bought.Histories.Calendar);
        run.Terminal.Out.WriteLine(Say($"{id} on {date}", $"{id} au {date}"));
        Needs(Say("Categories likely to be bought again", "Catégories qui seront sans doute rachetées"), Say("category", "catégorie"), needs.Categories.Again);
        Needs(Say("Categories likely to be bought for the first time", "Catégories qui seront sans doute achetées pour la première fois"), Say("category", "catégorie"), needs.Categories.New);
        Needs(Say("Products likely to be bought again", "Produits qui seront sans doute rachetés"), Say("product", "produit"), needs.Products.Again);
        Needs(Say("Products likely to be bought for the first time", "Produits qui seront sans doute achetés pour la première fois"), Say("product", "produit"), needs.Products.New);
    }

    public void Backtest(NextItemsBacktest products, NextItemsBacktest? categories)
    {
        Scores(Say("Products: each customer's last basket held out", "Produits : le dernier panier de chaque client mis de côté"), products);
        if (categories is not null)
        {
            Scores(Say("Categories: each customer's last basket held out", "Catégories : le dernier panier de chaque client mis de côté"), categories);
        }
    }

    public void Overview(NextNeedFigures figures, int top)
    {
        run.Terminal.Out.WriteLine(Say(
            $"{_language.Count(figures.Customers)} customers, {_language.Count(figures.Baskets)} baskets, {_language.Count(figures.Products)} products, {_language.Count(figures.Categories)} categories.",
            $"{_language.Count(figures.Customers)} clients, {_language.Count(figures.Baskets)} paniers, {_language.Count(figures.Products)} produits, {_language.Count(figures.Categories)} catégories."));
        Demand(Say("Categories wanted next", "Catégories du besoin suivant"), Say("category", "catégorie"), figures.CategoryDemand);
        Demand(Say("Products wanted next", "Produits du besoin suivant"), Say("product", "produit"), figures.ProductDemand);
        Unexpected(figures.Pairs, top);
        Backtest(figures.ProductBacktest, figures.CategoryBacktest);
    }

    public void Pairs(NeedPairs pairs, int top)
    {
        Unexpected(pairs, top);
        PairSheet(Say("Products bought together", "Produits achetés ensemble"), pairs.ProductsTogether, top, isNext: false);
        PairSheet(Say("Products bought next", "Produits achetés ensuite"), pairs.ProductsNext, top, isNext: true);
        PairSheet(Say("Categories bought together", "Catégories achetées ensemble"), pairs.CategoriesTogether, top, isNext: false);
        PairSheet(Say("Categories bought next", "Catégories achetées ensuite"), pairs.CategoriesNext, top, isNext: true);
        if (pairs.ProductsTogether.Count + pairs.ProductsNext.Count == 0)
        {
            run.Terminal.Out.WriteLine(Say(
                $"No pair of products is more than chance: {_language.Count(pairs.ProductsTested)} were bought together by enough customers to be tested.",
                $"Aucune paire de produits n'est plus que le hasard : {_language.Count(pairs.ProductsTested)} ont été achetées ensemble par assez de clients pour être testées."));
        }
    }

    private void Needs(string title, string thing, IReadOnlyList<Need> needs)
    {
        if (needs.Count == 0)
        {
            return;
        }

        var sheet = new Sheet(title, thing, Say("chance", "chance"), Say("expected value", "valeur attendue"), "<" + Say("why", "pourquoi"));
        foreach (Need need in needs)
        {
            sheet.Row(bought.NameOf(need.Term), _language.Percent(need.Probability), Amount(need.ExpectedValue), _language.Say(need.Reason.Words(bought.NameOf)));
        }

        sheet.Write(run.Terminal);
    }

    private void Demand(string title, string thing, IReadOnlyList<NextDemand> demand)
    {
        if (demand.Count == 0)
        {
            return;
        }

        var sheet = new Sheet(title, thing, Say("in the lists of", "dans les listes de"), Say("expected buyers", "acheteurs attendus"), Say("expected value", "valeur attendue"));
        foreach (NextDemand wanted in demand)
        {
            sheet.Row(bought.NameOf(wanted.Term), _language.Count(wanted.Customers), _language.Number(wanted.ExpectedCustomers, 0), Amount(wanted.ExpectedValue));
        }

        sheet.Write(run.Terminal);
    }

    private void Unexpected(NeedPairs pairs, int top) =>
        PairSheet(Say("Unexpected: bought together across categories", "Inattendus : achetés ensemble, de catégories différentes"), pairs.Unexpected, top, isNext: false);

    private void PairSheet(string title, IEnumerable<NeedPair> pairs, int top, bool isNext)
    {
        NeedPair[] shown = [.. pairs.Take(top)];
        if (shown.Length == 0)
        {
            return;
        }

        var sheet = new Sheet(
            title, isNext ? Say("after", "après") : Say("with", "avec"), "<" + (isNext ? Say("comes", "vient") : Say("and", "et")), Say("customers", "clients"), "support",
            Say("confidence", "confiance"), Say("95%", "à 95 %"), "lift", Say("95%", "à 95 %"));
        foreach (NeedPair pair in shown)
        {
            ItemPair figures = pair.Figures;
            sheet.Row(
                bought.NameOf(pair.First), bought.NameOf(pair.Second), _language.Count(figures.Customers), _language.Percent(figures.Support, 2),
                _language.Percent(figures.Confidence), $"{_language.Percent(figures.ConfidenceInterval.Low)} – {_language.Percent(figures.ConfidenceInterval.High)}",
                _language.Number(figures.Lift), $"{_language.Number(figures.LiftInterval.Low)} – {_language.Number(figures.LiftInterval.High)}");
        }

        sheet.Write(run.Terminal);
    }

    private void Scores(string title, NextItemsBacktest backtest)
    {
        var sheet = new Sheet(
            title, Say("ranked by", "classement"), Say("Recall@10, all", "Recall@10, tous"), Say("NDCG@10, all", "NDCG@10, tous"),
            Say("Recall@10, new", "Recall@10, nouveaux"), Say("NDCG@10, new", "NDCG@10, nouveaux"));
        foreach (MethodScore score in backtest.Scores)
        {
            string name = score.Method switch
            {
                RankingMethod.PersonalFrequency => Say("personal frequency", "fréquence personnelle"),
                RankingMethod.ItemItem => Say("item to item", "d'un article à l'autre"),
                RankingMethod.BestSellers => Say("best-sellers", "meilleures ventes"),
            };
            sheet.Row(
                name, Measure(score.All.Recall, score.All.RecallError), Measure(score.All.Ndcg, score.All.NdcgError),
                Measure(score.New?.Recall, score.New?.RecallError), Measure(score.New?.Ndcg, score.New?.NdcgError));
        }

        sheet.Write(run.Terminal);
        run.Terminal.Out.WriteLine(Say(
            $"{_language.Count(backtest.Customers)} customers; after ± twice the standard error.", $"{_language.Count(backtest.Customers)} clients ; après ±, deux erreurs types."));
    }

    private string Measure(double? mean, double? error) =>
        mean is { } known && double.IsFinite(known) ? $"{_language.Number(known, 4)} ± {_language.Number(2 * error, 4)}" : "–";

    private string Amount(Money? amount) => amount is { } known ? _language.Amount(known.Minor, known.Currency) : "–";

    private string Say(string english, string french) => _language.Say(english, french);
}
