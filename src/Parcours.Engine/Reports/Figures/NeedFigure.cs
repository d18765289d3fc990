using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;
using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.Reports.Figures;

/// <summary>How well lists of ten products would have found each customer's last basket.</summary>
internal static class NeedFigure
{
    private const string Id = "next-need";
    private const int Decimals = 3;
    private static readonly LocalText Name = new("Next need", "Prochain besoin");
    private static readonly LocalText Missing = new("Next need needs {0} customers with two baskets of known products.", "Le prochain besoin demande {0} clients ayant deux paniers de produits connus.");
    private static readonly LocalText Finding = new("Ten products ranked by {0} found {1} of the last baskets, best-sellers {2}", "Dix produits classés par {0} retrouvaient {1} des derniers paniers, les meilleures ventes {2}");
    private static readonly LocalText BestSold = new("Ten best-sellers found {0} of the last baskets, and no list did better", "Les dix meilleures ventes retrouvaient {0} des derniers paniers, et aucune liste ne fait mieux");
    private static readonly LocalText Subtitle = new("Share of the products of each customer’s last basket that a list of ten made before it held; {0} customers with two baskets or more",
        "Part des produits du dernier panier de chaque client que contenait une liste de dix faite avant lui\u00a0; {0} clients d’au moins deux paniers");

    private static readonly LocalText Note = new("Recall@10: the share found. NDCG@10: the same, more for what stands higher in the list; 1 is perfect. New: products the customer had never bought, in lists of such; personal frequency proposes none. Every product sold before could be proposed.",
        "Rappel@10\u00a0: la part retrouvée. NDCG@10\u00a0: de même, en comptant plus ce qui est haut dans la liste\u00a0; 1 est parfait. Nouveaux\u00a0: les produits que le client n’avait jamais achetés, dans des listes qui n’en ont pas d’autres\u00a0; la fréquence personnelle n’en propose aucun. Tout produit vendu auparavant pouvait être proposé.");

    private static readonly LocalText Sampled = new("Learnt from {0} customers, evenly spread.", "Appris sur {0} clients, répartis également.");
    private static readonly LocalText Ranking = new("Ranked by", "Classement");
    private static readonly LocalText Personal = new("personal frequency", "la fréquence personnelle");
    private static readonly LocalText ItemItem = new("what is bought with it (item-item)", "ce qui s’achète avec (article-article)");
    private static readonly LocalText BestSellers = new("best-sellers", "les meilleures ventes");
    private static readonly LocalText RecallAll = new("Recall@10, all", "Rappel@10, tous");
    private static readonly LocalText GainAll = new("NDCG@10, all", "NDCG@10, tous");
    private static readonly LocalText RecallNew = new("Recall@10, new", "Rappel@10, nouveaux");
    private static readonly LocalText GainNew = new("NDCG@10, new", "NDCG@10, nouveaux");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Needs is not { } needs)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing, scribe.Count(NextItemsBacktest.FewestCustomers)));
        }

        MethodScore best = needs.Scores.MaxBy(score => score.All.Recall)!;
        string sold = scribe.Share(needs.Scores.Single(score => score.Method == RankingMethod.BestSellers).All.Recall);
        return new Figure(Id, name)
        {
            Finding = best.Method == RankingMethod.BestSellers ? scribe.Text(BestSold, sold) : scribe.Text(Finding, NameOf(scribe, best.Method), scribe.Share(best.All.Recall), sold),
            Subtitle = scribe.Text(Subtitle, scribe.Count(needs.Customers)),
            Note = scribe.Text(Note) + (needs.Sampled is { } sampled ? " " + scribe.Text(Sampled, scribe.Count(sampled)) : ""),
            Height = 60 + (needs.Scores.Count * 44),
            Chart = BarChart.Of(FigureUnit.Share, scribe, needs.Scores.Select(score =>
                new BarRow(NameOf(scribe, score.Method), null, new Twin(score.All.Recall, null), scribe.Share(score.All.Recall)))),
            Table = new Table(
                [new Column(scribe.Text(Ranking), false), .. new[] { RecallAll, GainAll, RecallNew, GainNew }.Select(title => new Column(scribe.Text(title)))],
                [.. needs.Scores.Select(score => (IReadOnlyList<Cell>)[new Cell(NameOf(scribe, score.Method)), Measure(scribe, score.All.Recall), Measure(scribe, score.All.Ndcg),
                    Measure(scribe, score.New?.Recall), Measure(scribe, score.New?.Ndcg)])]),
        };
    }

    private static Cell Measure(Scribe scribe, double? value) => Cell.Of(value is { } known && double.IsFinite(known) ? known : null, measure => scribe.Language.Number(measure, Decimals));

    private static string NameOf(Scribe scribe, RankingMethod method) => scribe.Text(method switch
    {
        RankingMethod.PersonalFrequency => Personal,
        RankingMethod.ItemItem => ItemItem,
        _ => BestSellers,
    });
}
