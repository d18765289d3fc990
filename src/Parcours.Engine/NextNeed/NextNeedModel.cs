using Parcours.Domain.Facts;
using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.NextNeed;

/// <summary>
/// What each customer is likely to want next, learned from what all customers bought up to a date: again by personal frequency, new by an item-item model, each chosen and
/// measured on last baskets held out. Immutable, and safe to ask from several threads.
/// </summary>
public sealed class NextNeedModel
{
    private readonly NextItems _products;
    private readonly NextItems? _categories;
    private readonly UsualSizes _sizes;
    private readonly int _today;

    private NextNeedModel(PurchasedBaskets bought, NextItems products, NextItems? categories)
    {
        Bought = bought;
        _products = products;
        _categories = categories;
        _sizes = new UsualSizes(bought);
        _today = bought.Histories.Calendar.DayOf(bought.At);
    }

    /// <summary>What it was learned from.</summary>
    public PurchasedBaskets Bought { get; }

    /// <summary>What the lists of products would have found.</summary>
    public NextItemsBacktest ProductBacktest => _products.Backtest!;

    /// <summary>What the lists of categories would have found; null when no product has a category.</summary>
    public NextItemsBacktest? CategoryBacktest => _categories?.Backtest;

    /// <summary>Learns it.</summary>
    /// <param name="bought">What was bought.</param>
    /// <param name="progress">Told the share done, 0 to 1, from several threads; may be null.</param>
    public static NextNeedModel Learn(PurchasedBaskets bought, Action<double>? progress = null)
    {
        NextItems? categories = bought.Categories.Terms.Count == 0 ? null : NextItems.Learn(bought.Categories.Baskets, share => progress?.Invoke(share * 0.2));
        return new(bought, NextItems.Learn(bought.Products.Baskets, share => progress?.Invoke(0.2 + (share * 0.8))), categories);
    }

    /// <summary>What a subject is likely to want next.</summary>
    /// <param name="subject">The subject's index.</param>
    /// <param name="count">How many a list holds at most.</param>
    public CustomerNeeds Of(int subject, int count)
    {
        Predicate<int> usable = _sizes.Of(Bought.Products.Baskets, subject);
        return new(
            subject,
            _categories is null ? new([], []) : Lists(_categories, Bought.Categories, subject, count, null),
            Lists(_products, Bought.Products, subject, count, usable));
    }

    private NeedLists Lists(NextItems items, NeedLevel level, int subject, int count, Predicate<int>? usable) => new(
        [.. items.Again(subject, count, usable).Select(proposed => NeedOf(level, proposed, BoughtBefore(level, subject, proposed.Item)))],
        [.. items.New(subject, count, usable).Select(proposed => NeedOf(level, proposed, BoughtByOthers(items, level, proposed)))]);

    private static Need NeedOf(NeedLevel level, ProposedItem proposed, NeedReason reason)
    {
        Money? value = proposed.HitRate is { } rate && level.Amounts[proposed.Item] is { } amount
            ? new Money((long)Math.Round(rate * amount.Minor, MidpointRounding.ToEven), amount.Currency)
            : null;
        return new(level.Terms[proposed.Item], proposed.HitRate, value, reason);
    }

    private NeedReason BoughtBefore(NeedLevel level, int subject, int item)
    {
        var days = new List<int>();
        for (int basket = level.Baskets.StartOf(subject); basket < level.Baskets.EndOf(subject); basket++)
        {
            if (level.Baskets.ItemsOf(basket).BinarySearch(item) >= 0 && (days.Count == 0 || days[^1] != level.Baskets.DayOf(basket)))
            {
                days.Add(level.Baskets.DayOf(basket));
            }
        }

        return new(NeedReasonKind.BoughtBefore, days.Count, MedianGap(days), _today - days[^1], 0, 0);
    }

    private static double? MedianGap(List<int> days)
    {
        int[] gaps = [.. days.Skip(1).Zip(days, (later, earlier) => later - earlier).Order()];
        return gaps.Length == 0 ? null : (gaps[(gaps.Length - 1) / 2] + gaps[gaps.Length / 2]) / 2.0;
    }

    private static NeedReason BoughtByOthers(NextItems items, NeedLevel level, ProposedItem proposed)
    {
        double lift = proposed.Because < 0 ? 0 : items.LiftOf(proposed.Because, proposed.Item);
        return lift > 1
            ? new(NeedReasonKind.BoughtByOthers, 0, null, 0, level.Terms[proposed.Because], lift)
            : new(NeedReasonKind.BestSeller, 0, null, 0, 0, 0);
    }
}
