using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;
using Parcours.Engine.Segments.Quality;
using Parcours.Statistics.Clusters;

namespace Parcours.Engine.Segments.Discovery;

/// <summary>The figures of what was found: the groups by size, what sets them apart, and the numbers of groups tried.</summary>
public static class DiscoveryFigures
{
    /// <summary>How many are in each group.</summary>
    public static Figure Sizes(SegmentDiscovery found, ReportLanguage language)
    {
        DiscoveredGroup largest = found.Groups[0];
        return new Figure("groups", Say(language, "Groups", "Groupes"))
        {
            Finding = Say(
                language, $"“{largest.Name.En}” is the largest: {language.Share(largest.Share)} of all buyers", $"« {largest.Name.Fr} » est le plus grand : {language.Share(largest.Share)} des acheteurs"),
            Subtitle = Say(
                language, "Buyers in each group. Together: from −1, its members would sit better in another group, to 1, they hold together and apart.",
                "Acheteurs de chaque groupe. Cohésion : de −1, ses membres seraient mieux dans un autre groupe, à 1, ils se tiennent ensemble et à part."),
            Height = 60 + (found.Groups.Count * 44),
            Chart = BarChart.Of(FigureUnit.Count, found.Groups.Select(group => new BarRow(
                group.Name.In(language.Code), null, new Twin(group.Size, null), $"{language.Count(group.Size)} · {language.Share(group.Share)}"))),
            Table = new Table(
                [Group(language), new Column(Say(language, "Size", "Taille")), new Column(Say(language, "Share", "Part")), new Column(Say(language, "Together", "Cohésion"))],
                [.. found.Groups.Select(group => (IReadOnlyList<Cell>)
                [
                    new Cell(group.Name.In(language.Code)), Cell.Of(group.Size, language.Count), Cell.Of(group.Share, language.Share), Two(group.Homogeneity, language),
                ])]),
        };
    }

    /// <summary>The mean of each indicator in each group.</summary>
    public static Figure Centres(SegmentDiscovery found, ReportLanguage language, byte currency) => new("centres", Say(language, "What sets them apart", "Ce qui les distingue"))
    {
        Finding = Say(language, "Each group’s average beside that of all buyers", "La moyenne de chaque groupe à côté de celle de tous les acheteurs"),
        Subtitle = Say(language, "Means over the group’s members at the date", "Moyennes des membres du groupe à cette date"),
        Table = new Table(
            [new Column(Say(language, "On average", "En moyenne"), false), .. found.Groups.Select(group => new Column(group.Name.In(language.Code))), new Column(Say(language, "All buyers", "Tous les acheteurs"))],
            [.. found.Indicators.Select((indicator, at) => (IReadOnlyList<Cell>)
            [
                new Cell(DiscoveryWords.Name(indicator.Feature.Name, language)),
                .. found.Groups.Select(group => Number(indicator, group.Centre[at], language, currency)),
                Number(indicator, found.Means[at], language, currency),
            ])]),
    };

    /// <summary>What came of each number of groups tried.</summary>
    public static Figure Tried(SegmentDiscovery found, ReportLanguage language) => new("tried", Say(language, "How many groups", "Combien de groupes"))
    {
        Finding = found.Count.Groups is { } groups
            ? Say(language, $"{groups} groups, of two to five tried", $"{groups} groupes, sur deux à cinq essayés")
            : Say(language, "None of two to five groups stands out", "De deux à cinq groupes, aucun nombre ne se détache"),
        Subtitle = Say(
            language,
            $"Agreement: the groups found in two samples of the buyers, from 0 by chance to 1 the same; {language.Number(GroupCountTried.StableFrom, 2)} at least. Together: {language.Number(GroupCountTried.ApartFrom, 2)} at least, and more than in clouds without groups.",
            $"Accord : les groupes trouvés dans deux échantillons d’acheteurs, de 0 par hasard à 1 les mêmes ; {language.Number(GroupCountTried.StableFrom, 2)} au moins. Cohésion : {language.Number(GroupCountTried.ApartFrom, 2)} au moins, et plus que dans des nuages sans groupes."),
        Table = found.Count.Tried.Count == 0 ? null : new Table(
            [new Column(Say(language, "Groups", "Groupes")), new Column(Say(language, "Agreement", "Accord")), new Column(Say(language, "Together", "Cohésion")), new Column(Say(language, "Without groups", "Sans groupes")), new Column(Say(language, "Stand out", "Se détachent"), false)],
            [.. found.Count.Tried.Select(tried => (IReadOnlyList<Cell>)
            [
                Cell.Of(tried.Groups, language.Count), Two(tried.Stability, language), Two(tried.Silhouette, language), Two(tried.Chance, language),
                new Cell(tried.StandsOut ? Say(language, "yes", "oui") : Say(language, "no", "non")),
            ])]),
    };

    private static Cell Number(CustomerIndicator indicator, double? value, ReportLanguage language, byte currency) =>
        Cell.Of(value, known => DiscoveryWords.Number(indicator.Feature, known, language, currency));

    private static Cell Two(double value, ReportLanguage language) => Cell.Of(value, known => language.Number(known, 2));

    private static Column Group(ReportLanguage language) => new(Say(language, "Group", "Groupe"), false);

    private static string Say(ReportLanguage language, string english, string french) => language.IsFrench ? french : english;
}
