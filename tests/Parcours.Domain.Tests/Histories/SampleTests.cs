using Parcours.Domain.Orders;

namespace Parcours.Domain.Histories;

public sealed class SampleTests
{
    private static readonly HistoryBase Histories = OrderBases.Base([.. Enumerable.Range(0, 10).Select(_ => new[] { OrderBases.Order(3) })]);

    [Fact]
    public void Sample_keeps_the_places_of_subjects_and_empties_the_histories_of_the_others()
    {
        HistoryBase sample = Histories.Sample(4);

        Assert.Equal(Histories.SubjectCount, sample.SubjectCount);
        Assert.Equal([0, 3, 6, 9], Enumerable.Range(0, 10).Where(subject => !sample[subject].IsEmpty));
        Assert.Equal(Histories[3].FactIds.ToArray(), sample[3].FactIds.ToArray());
    }

    [Fact]
    public void Sample_of_as_many_or_more_is_the_base() => Assert.All(Enumerable.Range(0, 10), subject => Assert.False(Histories.Sample(10)[subject].IsEmpty));
}
