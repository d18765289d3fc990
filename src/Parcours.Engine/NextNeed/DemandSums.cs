using System.Runtime.InteropServices;
using Parcours.Domain.Facts;

namespace Parcours.Engine.NextNeed;

/// <summary>Adds up what customers are likely to want, customer after customer.</summary>
internal sealed class DemandSums(PurchasedBaskets bought)
{
    private readonly Dictionary<(NeedLevelKind Level, int Term), Sum> _sums = [];

    public void Add(CustomerNeeds needs)
    {
        Add(NeedLevelKind.Category, needs.Categories);
        Add(NeedLevelKind.Product, needs.Products);
    }

    public IReadOnlyList<NextDemand> Top(NeedLevelKind level, int count) =>
    [
        .. _sums.Where(entry => entry.Key.Level == level)
            .OrderByDescending(entry => entry.Value.Probability ?? 0).ThenByDescending(entry => entry.Value.Customers)
            .ThenBy(entry => bought.Histories.Vocabulary.TextOf(entry.Key.Term), StringComparer.Ordinal)
            .Take(count)
            .Select(entry => new NextDemand(
                level, entry.Key.Term, entry.Value.Customers, entry.Value.Probability,
                entry.Value.Minor is { } minor ? new Money(minor, bought.Histories.Currency) : null)),
    ];

    private void Add(NeedLevelKind level, NeedLists lists)
    {
        foreach (Need need in lists.Again.Concat(lists.New))
        {
            ref Sum sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, (level, need.Term), out _);
            sum = new(
                sum.Customers + 1,
                need.Probability is { } probability ? (sum.Probability ?? 0) + probability : sum.Probability,
                need.ExpectedValue is { } value ? (sum.Minor ?? 0) + value.Minor : sum.Minor);
        }
    }

    private readonly record struct Sum(int Customers, double? Probability, long? Minor);
}
