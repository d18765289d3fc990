using Parcours.Domain.Indicators;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Building;

/// <summary>The indicators of the observed year, each beside the year before where the base holds all of it.</summary>
internal sealed class IndicatorParts
{
    private const int CategoriesShown = 8;

    private static readonly LocalText Buyers = new("Buyers of the year", "Acheteurs de l’année");
    private static readonly LocalText Revenue = new("Gross revenue over the year", "Chiffre d’affaires brut sur un an");
    private static readonly LocalText Refunds = new("Refunds over the year", "Remboursements sur un an");
    private static readonly LocalText Basket = new("Average net basket", "Panier moyen net");
    private static readonly LocalText Repeat = new("Ordered twice or more", "Au moins deux commandes");
    private static readonly LocalText Breadth = new("Bought two categories or more", "Au moins deux catégories");
    private static readonly LocalText Reactions = new("Reacted in the year", "Ont réagi dans l’année");
    private static readonly LocalText Advocacy = new("Spoke well of the brand", "Ont dit du bien de la marque");
    private static readonly LocalText Formula = new("100 × the mean of the shares shown; a share the base has no facts to tell is left out.", "100 × la moyenne des parts affichées\u00a0; une part que les événements ne permettent pas de connaître est laissée de côté.");

    private readonly ReportMoment _moment;
    private readonly Window _year;
    private readonly Window? _yearBefore;

    public IndicatorParts(ReportMoment moment)
    {
        _moment = moment;
        _year = new Window(moment.Before, moment.At);
        _yearBefore = moment.HasTwoYears ? new Window(moment.TwoBefore, moment.Before) : null;
    }

    public IReadOnlyList<KeyFigure> KeyFigures()
    {
        var now = Sales.Compute(_moment.Orders, _year);
        if (now.Customers == 0)
        {
            return [];
        }

        Sales? before = Before(Sales.Compute);
        return
        [
            new(Buyers, FigureUnit.Count, new(now.Buyers, before?.Buyers)),
            new(Revenue, FigureUnit.Money, new(now.Revenue, before?.Revenue)),
            new(Refunds, FigureUnit.Money, new(now.Refunds, before?.Refunds)),
            new(Basket, FigureUnit.Money, new(Known(now.AverageBasket), Known(before?.AverageBasket))),
        ];
    }

    public IReadOnlyList<Model.StageBasket> Baskets(StageOrder order)
    {
        var now = StageBaskets.Compute(_moment.Orders, _moment.Timelines, _year);
        IReadOnlyList<Domain.Indicators.StageBasket>? before =
            _yearBefore is { } window ? StageBaskets.Compute(_moment.Orders, _moment.Timelines, window) : null;
        return [.. order.Indexes.Select(stage => (Place: order.PlaceOf(stage), Now: now.FirstOrDefault(basket => basket.Stage == stage), Before: before?.FirstOrDefault(basket => basket.Stage == stage)))
            .Where(row => row.Now is not null)
            .Select(row => new Model.StageBasket(row.Place, row.Now!.Orders, new(Known(row.Now.AverageBasket), Known(row.Before?.AverageBasket))))];
    }

    public BasketTrend? Trend()
    {
        var now = BasketEvolution.Compute(_moment.Orders, _year);
        BasketEvolution? before = Before(BasketEvolution.Compute);
        Twin Share(Func<BasketEvolution, long> part) => new(
            part(now) / (double)now.Known, before is { Known: > 0 } ? part(before) / (double)before.Known : null);
        return now.Known == 0 ? null : new BasketTrend(now.Known, now.TooFew, Share(each => each.Rising), Share(each => each.Steady), Share(each => each.Falling));
    }

    public Model.Abandonment? Abandonment()
    {
        var carts = Domain.Indicators.Abandonment.OfCarts(_moment.Orders, _year);
        var checkouts = Domain.Indicators.Abandonment.OfCheckouts(_moment.Orders, _year);
        return carts.Begun + checkouts.Begun == 0 ? null : new(
            carts.Begun, new(Known(carts.Rate), Known(Before(Domain.Indicators.Abandonment.OfCarts)?.Rate)),
            checkouts.Begun, new(Known(checkouts.Rate), Known(Before(Domain.Indicators.Abandonment.OfCheckouts)?.Rate)));
    }

    public IReadOnlyList<CategoryRank> Categories()
    {
        var now = FavouriteCategories.Compute(_moment.Orders, _year);
        var before = Before(FavouriteCategories.Compute)?.ToDictionary(category => category.Category, category => category.Amount);
        return [.. now.Take(CategoriesShown).Select(category => new CategoryRank(
            _moment.Orders.Vocabulary.TextOf(category.Category), category.Favourites,
            new(category.Amount, before is null ? null : before.GetValueOrDefault(category.Category))))];
    }

    public Model.Attachment? Attachment()
    {
        var now = AttachmentScan.Compute(_moment.Orders, _year);
        Domain.Indicators.Attachment? before = Before(AttachmentScan.Compute);
        if (now.Buyers == 0)
        {
            return null;
        }

        (LocalText Name, double Now, double? Before)[] parts =
        [
            (Repeat, now.Repeat, before?.Repeat),
            (Breadth, now.Breadth, before?.Breadth),
            (Reactions, now.Reactions, before?.Reactions),
            (Advocacy, now.Advocacy, before?.Advocacy),
        ];
        return new(
            new(Known(now.Score / 100), Known(before?.Score / 100)),
            [.. parts.Where(part => double.IsFinite(part.Now)).Select(part => new AttachmentPart(part.Name, new(part.Now, Known(part.Before))))],
            Formula);
    }

    private T? Before<T>(Func<Domain.Histories.HistoryBase, Window, T> compute)
        where T : class => _yearBefore is { } window ? compute(_moment.Orders, window) : null;

    private static double? Known(double? value) => value is { } known && double.IsFinite(known) ? known : null;
}
