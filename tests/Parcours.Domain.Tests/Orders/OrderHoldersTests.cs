using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Orders;

public sealed class OrderHoldersTests
{
    private static readonly FactRow[] Orders = OrderBases.Buys(0, 30, 60);
    private static readonly FactRow[] Visits = [OrderBases.Row(FactKind.Visit, OrderBases.Day(5))];

    [Fact]
    public void Customers_are_read_where_one_of_them_ordered()
    {
        HistoryBase seen = OrderHolders.Of(Base(Orders, Visits, account: Orders));

        Assert.Equal([3, 1, 0], Enumerable.Range(0, 3).Select(subject => seen[subject].Count));
    }

    [Fact]
    public void Accounts_are_read_where_only_they_ordered()
    {
        HistoryBase seen = OrderHolders.Of(Base(Visits, [], account: Orders));

        Assert.Equal([0, 0, 3], Enumerable.Range(0, 3).Select(subject => seen[subject].Count));
    }

    [Fact]
    public void Type_wanted_is_read_where_nobody_ordered()
    {
        HistoryBase histories = Base(Visits, Visits, account: Visits);

        Assert.Equal([1, 1, 0], Enumerable.Range(0, 3).Select(subject => OrderHolders.Of(histories)[subject].Count));
        Assert.Equal([0, 0, 1], Enumerable.Range(0, 3).Select(subject => OrderHolders.Of(histories, SubjectType.Account)[subject].Count));
    }

    [Fact]
    public void Accounts_wanted_give_way_to_customers_where_only_these_ordered()
    {
        HistoryBase seen = OrderHolders.Of(Base(Orders, [], account: Visits), SubjectType.Account);

        Assert.Equal([3, 0, 0], Enumerable.Range(0, 3).Select(subject => seen[subject].Count));
    }

    private static HistoryBase Base(FactRow[] first, FactRow[] second, FactRow[] account) => new(
        [Segment.Of([first, second, account])],
        Subjects.Of(["anna", "boris", "acme"], [SubjectType.Customer, SubjectType.Customer, SubjectType.Account]), Vocabulary.Empty, Calendar.Utc, OrderBases.Euro);
}
