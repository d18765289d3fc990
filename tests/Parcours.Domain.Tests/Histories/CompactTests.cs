using Parcours.Domain.Orders;

namespace Parcours.Domain.Histories;

public sealed class CompactTests
{
    [Fact]
    public void Names_that_changed_without_a_fact_are_put_in_columns_too()
    {
        HistoryBase histories = OrderBases.Base([OrderBases.Order(3)]);
        HistoryBase named = histories.With([], histories.Subjects.With([new(1, new SubjectName("later"u8.ToArray(), SubjectType.Customer))]), histories.Vocabulary);
        Assert.Throws<InvalidOperationException>(() => named.Subjects.Keys.Length);

        HistoryBase compact = named.Compact();

        Assert.Equal("later", compact.Subjects.KeyOf(1));
        Assert.Equal(2, compact.Subjects.Starts.Length - 1);
        Assert.Equal(histories[0].FactIds.ToArray(), compact[0].FactIds.ToArray());
        Assert.True(compact[1].IsEmpty);
        Assert.Same(compact, compact.Compact());
    }
}
