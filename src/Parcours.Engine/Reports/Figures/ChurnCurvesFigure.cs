using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Writing;
using Parcours.Statistics.Measures;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Whether the probabilities of leaving mean what they say, and how many of those who left they would have found.</summary>
internal static class ChurnCurvesFigure
{
    private const int ToldDecile = 3;
    private static readonly LocalText CalibrationName = new("Calibration", "Calibrage");
    private static readonly LocalText CalibrationFinding = new("Probabilities were off by {0} on average", "Les probabilités s’écartaient de {0} en moyenne");
    private static readonly LocalText CalibrationSubtitle = new("Share that left within {0} against the probability foretold on {1}; customers in ten groups of equal size",
        "Part partie en {0} selon la probabilité annoncée au {1}\u00a0; clients en dix groupes égaux");

    private static readonly LocalText Said = new("Probability foretold", "Probabilité annoncée");
    private static readonly LocalText Left = new("Share that left", "Part partie");
    private static readonly LocalText Exact = new("As foretold", "Comme annoncé");
    private static readonly LocalText Group = new("Group", "Groupe");
    private static readonly LocalText SaidIs = new("foretold: {0}", "annoncé\u00a0: {0}");
    private static readonly LocalText LeftIs = new("left: {0}", "partis\u00a0: {0}");
    private static readonly LocalText GainName = new("Gain", "Courbe de gain");
    private static readonly LocalText GainFinding = new("The {0} of customers with the highest scores held {1} of those who left", "Les {0} de clients aux scores les plus hauts comptaient {1} des départs");
    private static readonly LocalText GainSubtitle = new("Share of all who left within {0} of {1}, by share of customers taken from the highest score",
        "Part de tous les départs en {0} après le {1}, selon la part de clients prise depuis le score le plus haut");

    private static readonly LocalText Taken = new("Share of customers", "Part des clients");
    private static readonly LocalText Found = new("Share of those who left", "Part des départs");
    private static readonly LocalText Chance = new("Customers taken by chance", "Clients pris au hasard");
    private static readonly LocalText Lift = new("Lift", "Lift");
    private static readonly LocalText Customers = new("{0} of customers", "{0} des clients");
    private static readonly LocalText Leavers = new("{0} of those who left", "{0} des départs");

    public static Figure? Calibration(Scribe scribe)
    {
        if (scribe.Model.Churn is not { Calibration: { } curve, Past: [.., var last] } churn)
        {
            return null;
        }

        return new Figure("churn-calibration", scribe.Text(CalibrationName))
        {
            Finding = scribe.Text(CalibrationFinding, Points(scribe, curve.Error)),
            Subtitle = scribe.Text(CalibrationSubtitle, scribe.Days(churn.PastHorizonDays), scribe.Date(last.At)),
            IsHalf = true,
            Height = 340,
            Chart = LineChart.OfShares(
                scribe.Text(Said),
                new ChartLine(scribe.Text(Exact), [(0, 0), (1, 1)]) { Color = "soft", IsDashed = true },
                new ChartLine(scribe.Text(Left), [.. curve.Bins.Select(bin => (bin.MeanProbability, bin.ObservedShare))])
                {
                    HasDots = true,
                    Tips = [.. curve.Bins.Select(bin => Scribe.Lines(scribe.Text(CommonWords.CustomersAre, scribe.Count(bin.Rows)), scribe.Text(SaidIs, scribe.Share(bin.MeanProbability)), scribe.Text(LeftIs, scribe.Share(bin.ObservedShare))))],
                }),
            Table = new Table(
                [new Column(scribe.Text(Group), false), new Column(scribe.Text(CommonWords.Customers)), new Column(scribe.Text(Said)), new Column(scribe.Text(Left))],
                [.. curve.Bins.Select((bin, at) => (IReadOnlyList<Cell>)[new Cell(scribe.Count(at + 1)), Cell.Of(bin.Rows, scribe.Count), Cell.Of(bin.MeanProbability, scribe.Share), Cell.Of(bin.ObservedShare, scribe.Share)])]),
        };
    }

    public static Figure? Gain(Scribe scribe)
    {
        if (scribe.Model.Churn is not { Lift: { } lift, Past: [.., var last] } churn)
        {
            return null;
        }

        int rows = lift.Deciles.Sum(decile => decile.Rows);
        (LiftDecile Decile, double Taken)[] deciles = [.. lift.Deciles.Select((decile, at) => (decile, lift.Deciles.Take(at + 1).Sum(each => each.Rows) / (double)rows))];
        (LiftDecile Decile, double Taken) told = deciles[Math.Min(ToldDecile, deciles.Length) - 1];
        return new Figure("churn-gain", scribe.Text(GainName))
        {
            Finding = scribe.Text(GainFinding, scribe.Share(told.Taken), scribe.Share(told.Decile.Gain)),
            Subtitle = scribe.Text(GainSubtitle, scribe.Days(churn.PastHorizonDays), scribe.Date(last.At)),
            IsHalf = true,
            Height = 340,
            Chart = LineChart.OfShares(
                scribe.Text(Taken),
                new ChartLine(scribe.Text(Chance), [(0, 0), (1, 1)]) { Color = "soft", IsDashed = true },
                new ChartLine(scribe.Text(Found), [(0, 0), .. deciles.Select(each => (each.Taken, each.Decile.Gain))])
                {
                    HasDots = true,
                    Tips = [Scribe.Lines(), .. deciles.Select(each => Scribe.Lines(scribe.Text(Customers, scribe.Share(each.Taken)), scribe.Text(Leavers, scribe.Share(each.Decile.Gain))))],
                }),
            Table = new Table(
                [new Column(scribe.Text(Taken), false), new Column(scribe.Text(CommonWords.Customers)), new Column(scribe.Text(Found)), new Column(scribe.Text(Lift))],
                [.. deciles.Select(each => (IReadOnlyList<Cell>)[new Cell(scribe.Share(each.Taken)), Cell.Of(each.Decile.Rows, scribe.Count),
                    Cell.Of(each.Decile.Gain, scribe.Share), Cell.Of(each.Decile.Lift, lift => scribe.Language.Number(lift, 2))])]),
        };
    }

    // A mean of differences between shares: points, not a percentage of anything.
    private static string Points(Scribe scribe, double share) => scribe.Language.Number(share * 100, 1) + "\u00a0points";
}
