using System.Globalization;
using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Predictions;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Cumulative repeat orders, made against foretold by a model that has seen the first two thirds of the past.</summary>
internal static class TrackingFigure
{
    private const string Id = "orders-foretold";
    private static readonly LocalText Name = new("Orders foretold", "Commandes prévues");
    private static readonly LocalText Nobody = new("Foretelling orders needs customers with an order.", "Prévoir les commandes demande des clients ayant commandé.");
    private static readonly LocalText Few = new("Foretelling orders needs {0} more customers: {1} have ordered.", "Prévoir les commandes demande {0} clients de plus\u00a0: {1} ont commandé.");
    private static readonly LocalText Young = new("The tracking of orders needs nine weeks of orders, and 30 customers in the first two thirds of them.",
        "Le suivi des commandes prévues demande neuf semaines de commandes, et 30 clients dans les deux premiers tiers.");

    private static readonly LocalText Finding = new("After {0}, {1} repeat orders were foretold and {2} made", "Après le {0}, {1} commandes répétées étaient prévues et {2} ont été passées");
    private static readonly LocalText Subtitle = new("Cumulative repeat orders of the {0} customers known on {1}: made, and expected by Pareto/NBD fitted on what was known then; orders of one day count once",
        "Cumul des commandes répétées des {0} clients connus au {1}\u00a0: passées, et attendues par Pareto/NBD estimé sur ce qu’on savait alors\u00a0; celles d’un même jour comptent une fois");

    private static readonly LocalText Made = new("Made", "Passées");
    private static readonly LocalText Expected = new("Expected", "Attendues");
    private static readonly LocalText Boundary = new("foretold from here", "prévision à partir d’ici");
    private static readonly LocalText Until = new("Until", "Jusqu’au");
    private static readonly LocalText MadeIs = new("made: {0}", "passées\u00a0: {0}");
    private static readonly LocalText ExpectedIs = new("expected: {0}", "attendues\u00a0: {0}");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Purchases is not { Customers: > 0 } outlook)
        {
            return Figure.Empty(Id, name, scribe.Text(Nobody));
        }

        if (outlook.Tracking is not { } tracking)
        {
            return Figure.Empty(Id, name,
                outlook.Missing > 0 ? scribe.Text(Few, scribe.Count(outlook.Missing), scribe.Count(outlook.Customers))
                : outlook.Refused is { } why ? Sentence(scribe, why)
                : scribe.Text(Young));
        }

        string boundary = scribe.Date(tracking.Dates[tracking.Boundary]);
        JsonArray[] tips = [.. tracking.Dates.Select((date, at) => Scribe.Lines(
            scribe.Date(date), scribe.Text(MadeIs, scribe.Count(tracking.Actual[at])), scribe.Text(ExpectedIs, scribe.Count(tracking.Expected[at]))))];
        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, boundary, scribe.Count(tracking.ExpectedAfter), scribe.Count(tracking.MadeAfter)),
            Subtitle = scribe.Text(Subtitle, scribe.Count(tracking.Customers), boundary),
            Note = Sentence(scribe, ModelWarnings.Stationary),
            Height = 340,
            Chart = LineChart.OverDates(
                tracking.Dates.Select(scribe.Language.Month), FigureUnit.Count, null, [(tracking.Boundary, scribe.Text(Boundary))],
                new ChartLine(scribe.Text(Expected), [.. tracking.Expected.Select((value, at) => ((double)at, value))]) { Color = "ink", IsDashed = true, Tips = tips },
                new ChartLine(scribe.Text(Made), [.. tracking.Actual.Select((value, at) => ((double)at, (double)value))]) { Tips = tips }),
            Table = new Table(
                [new Column(scribe.Text(Until), false), new Column(scribe.Text(Made)), new Column(scribe.Text(Expected))],
                [.. tracking.Dates.Select((date, at) => (IReadOnlyList<Cell>)[new Cell(scribe.Date(date), date.ToString("O", CultureInfo.InvariantCulture)),
                    Cell.Of(tracking.Actual[at], scribe.Count), Cell.Of(tracking.Expected[at], scribe.Count)])]),
        };
    }

    /// <summary>A sentence of the models, with the spaces that French pages keep before colons.</summary>
    internal static string Sentence(Scribe scribe, LocalText sentence) => scribe.Text(sentence).Replace(" :", "\u00a0:", StringComparison.Ordinal).Replace(" ;", "\u00a0;", StringComparison.Ordinal);
}
