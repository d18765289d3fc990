using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Favourite categories.</summary>
internal static class CategoryFigure
{
    private const string Id = "categories";
    private static readonly LocalText Name = new("Favourite categories", "Catégories préférées");
    private static readonly LocalText Missing = new("No category is known: import order lines with a category, or a catalogue.", "Aucune catégorie connue\u00a0: importez des lignes de commande avec une catégorie, ou un catalogue.");
    private static readonly LocalText Finding = new("{0} is the favourite of {1} customers", "{0} est la préférée de {1} clients");
    private static readonly LocalText Subtitle = new("Revenue by category, {0}", "Chiffre d’affaires par catégorie, {0}");
    private static readonly LocalText Category = new("Category", "Catégorie");
    private static readonly LocalText Favourite = new("Favourite of", "Préférée de");
    private static readonly LocalText Revenue = new("Revenue", "Chiffre d’affaires");
    private static readonly LocalText FavouriteOf = new("favourite of {0} customers", "préférée de {0} clients");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        IReadOnlyList<CategoryRank> categories = scribe.Model.Categories;
        if (categories.Count == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing), true);
        }

        CategoryRank top = categories.MaxBy(category => category.Customers)!;
        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, Scribe.Shorten(top.Name), scribe.Count(top.Customers)),
            Subtitle = scribe.Text(Subtitle, scribe.Period),
            Height = 60 + (categories.Count * 30),
            IsHalf = true,
            Chart = BarChart.Of(FigureUnit.Money, scribe, categories.Select(category => new BarRow(category.Name, null, category.Revenue,
                scribe.Money(category.Revenue.Now ?? 0), scribe.Text(FavouriteOf, scribe.Count(category.Customers))))),
            Table = new Table(
                [new Column(scribe.Text(Category), false), new Column(scribe.Text(Favourite)), new Column(scribe.Text(Revenue)),
                    new Column(scribe.Text(CommonWords.YearEarlier)), new Column(scribe.Text(CommonWords.Change))],
                [.. categories.Select(category => (IReadOnlyList<Cell>)[new Cell(category.Name), Cell.Of(category.Customers, scribe.Count), scribe.MoneyCell(category.Revenue.Now),
                    scribe.MoneyCell(category.Revenue.YearEarlier), new Cell(scribe.Language.Change(category.Revenue) ?? "–")])]),
        };
    }
}
