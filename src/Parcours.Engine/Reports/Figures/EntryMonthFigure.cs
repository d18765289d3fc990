using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Conversion by month of entry: whether those who enter now go on more often than those who entered before.</summary>
internal static class EntryMonthFigure
{
    private const string Id = "conversion-by-month";
    private const int PanelHeight = 128;
    private const int MonthsInYear = 12;
    private static readonly LocalText Name = new("Conversion by month of entry", "Conversion par mois d’entrée");
    private static readonly LocalText Missing = new("Conversion by month of entry needs customers who entered a stage of the path {0} or more ago.",
        "La conversion par mois d’entrée demande des clients entrés dans une phase du chemin il y a {0} ou plus.");

    private static readonly LocalText Finding = new("{0}: {1} of those who entered in {2} went on within {3}", "{0}\u00a0: {1} des clients entrés en {2} ont avancé en {3}");
    private static readonly LocalText Compared = new("{0}, against {1} of those who entered a year before", "{0}, contre {1} de ceux entrés un an plus tôt");
    private static readonly LocalText Subtitle = new("Share of those who entered a stage in a month who reached the next one, or a later one, within {0}; bands are 95% intervals",
        "Part des entrants d’une phase, par mois d’entrée, qui ont atteint la suivante ou une plus avancée en {0}\u00a0; les bandes sont des intervalles à 95\u202f%");

    private static readonly LocalText Note = new("A month is shown once {0} have gone by for all who entered in it.", "Un mois est montré quand {0} sont passés pour tous ses entrants.");
    private static readonly LocalText Month = new("Month of entry", "Mois d’entrée");
    private static readonly LocalText Entries = new("Entries: {0}", "Entrées\u00a0: {0}");
    private static readonly LocalText EntriesAre = new("{0} entries", "{0} entrées");
    private static readonly LocalText Interval = new("{0} to {1}", "{0} à {1}");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        PathConversion? conversion = scribe.Model.Conversion;
        string horizon = scribe.Days(conversion?.WeakestDays ?? 0);
        int[] steps = [.. Enumerable.Range(0, conversion?.Steps.Count ?? 0).Where(step => conversion!.Months.Any(month => month.Steps[step].Share is not null))];
        if (conversion is null || steps.Length == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing, scribe.Days(Domain.Conversion.ConversionOptions.ComparedHorizon)));
        }

        ConversionEntryMonth[] months = Shown(conversion, steps);
        return new Figure(Id, name)
        {
            Finding = FindingOf(scribe, conversion, months, conversion.Weakest is { } weakest && steps.Contains(weakest) ? weakest : steps[^1]),
            Subtitle = scribe.Text(Subtitle, horizon),
            Note = scribe.Text(Note, horizon),
            Height = 26 + (steps.Length * PanelHeight),
            Chart = Chart(scribe, conversion, months, steps),
            Table = TableOf(scribe, conversion, months, steps),
        };
    }

    /// <summary>Every month from the first with a share to the last with one: a month nobody entered is a gap, not a jump.</summary>
    private static ConversionEntryMonth[] Shown(PathConversion conversion, int[] steps)
    {
        ConversionEntryMonth[] known = [.. conversion.Months.Where(month => steps.Any(step => month.Steps[step].Share is not null))];
        var byMonth = conversion.Months.ToDictionary(month => month.Month);
        var none = new ConversionEntryMonth(default, [.. conversion.Steps.Select(_ => new ConversionEntry(0, null, null, null))]);
        int count = ((known[^1].Month.Year - known[0].Month.Year) * MonthsInYear) + known[^1].Month.Month - known[0].Month.Month + 1;
        return [.. Enumerable.Range(0, count).Select(at => known[0].Month.AddMonths(at)).Select(month => byMonth.GetValueOrDefault(month) ?? none with { Month = month })];
    }

    private static string FindingOf(Scribe scribe, PathConversion conversion, ConversionEntryMonth[] months, int step)
    {
        int last = Array.FindLastIndex(months, month => month.Steps[step].Share is not null);
        ConversionStep told = conversion.Steps[step];
        string sentence = scribe.Text(Finding, scribe.Move(told.From, told.To), scribe.Share(months[last].Steps[step].Share!.Value), scribe.Language.Month(months[last].Month), scribe.Days(conversion.WeakestDays));
        double? before = last >= MonthsInYear ? months[last - MonthsInYear].Steps[step].Share : null;
        return before is { } share ? scribe.Text(Compared, sentence, scribe.Share(share)) : sentence;
    }

    private static JsonObject Chart(Scribe scribe, PathConversion conversion, ConversionEntryMonth[] months, int[] steps) => new()
    {
        ["kind"] = "months",
        ["months"] = new JsonArray([.. months.Select(month => (JsonNode)scribe.Language.Month(month.Month))]),
        ["panels"] = new JsonArray([.. steps.Select(step => new JsonObject
        {
            ["name"] = scribe.WholeMove(conversion.Steps[step].From, conversion.Steps[step].To),
            ["points"] = new JsonArray([.. months.Select(month => Point(scribe, month.Month, month.Steps[step]))]),
        })]),
    };

    private static JsonObject? Point(Scribe scribe, DateOnly month, ConversionEntry entry) => entry.Share is not { } share ? null : new JsonObject
    {
        ["value"] = Math.Round(share, 4),
        ["low"] = Math.Round(entry.Low ?? share, 4),
        ["high"] = Math.Round(entry.High ?? share, 4),
        ["label"] = scribe.Share(share),
        ["tip"] = Scribe.Lines(scribe.Language.Month(month), Known(scribe, entry, share), scribe.Text(EntriesAre, scribe.Count(entry.Entries))),
    };

    private static string Known(Scribe scribe, ConversionEntry entry, double share) => entry is { Low: { } low, High: { } high }
        ? scribe.Share(share) + " (" + scribe.Text(Interval, scribe.Share(low), scribe.Share(high)) + ")"
        : scribe.Share(share);

    private static Table TableOf(Scribe scribe, PathConversion conversion, ConversionEntryMonth[] months, int[] steps)
    {
        string Move(int step) => scribe.WholeMove(conversion.Steps[step].From, conversion.Steps[step].To);
        return new(
        [new Column(scribe.Text(Month), false), .. steps.SelectMany(step => new[] { Move(step), scribe.Text(Entries, Move(step)) }).Select(title => new Column(title))],
        [.. months.Select(month => (IReadOnlyList<Cell>)[new Cell(scribe.Language.Month(month.Month)), .. steps.SelectMany(step => new[]
        {
            Cell.Of(month.Steps[step].Share, share => Known(scribe, month.Steps[step], share)),
            Cell.Of(month.Steps[step].Entries, scribe.Count),
        })])]);
    }
}
