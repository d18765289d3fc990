using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Attachment to the brand, with its formula.</summary>
internal static class AttachmentFigure
{
    private const string Id = "attachment";
    private static readonly LocalText Name = new("Attachment", "Attachement");
    private static readonly LocalText Missing = new("Attachment needs customers with an order.", "L’attachement demande des clients ayant commandé.");
    private static readonly LocalText Finding = new("Attachment to the brand stands at {0} of 100", "L’attachement à la marque est de {0} sur 100");
    private static readonly LocalText Subtitle = new("Share of the buyers of the year who show each sign of it, {0}", "Part des acheteurs de l’année qui en montrent chaque signe, {0}");
    private static readonly LocalText Sign = new("Sign", "Signe");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Attachment is not { Score.Now: { } score, Parts.Count: > 0 } attachment)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, scribe.Count(score * 100))
                + (attachment.Score.YearEarlier is { } before ? " (" + scribe.Text(CommonWords.YearEarlierIs, scribe.Count(before * 100)) + ")" : ""),
            Subtitle = scribe.Text(Subtitle, scribe.Period),
            Note = scribe.Text(attachment.Formula),
            Height = 60 + (attachment.Parts.Count * 44),
            Chart = BarChart.Of(FigureUnit.Share, scribe, attachment.Parts.Select(part => new BarRow(scribe.Text(part.Name), null, part.Share, scribe.Share(part.Share.Now ?? 0)))),
            Table = new Table([new Column(scribe.Text(Sign), false), new Column(scribe.Text(CommonWords.Share)), new Column(scribe.Text(CommonWords.YearEarlier))],
                [.. attachment.Parts.Select(part => (IReadOnlyList<Cell>)[new Cell(scribe.Text(part.Name)), Cell.Of(part.Share.Now, scribe.Share), Cell.Of(part.Share.YearEarlier, scribe.Share)])]),
        };
    }
}
