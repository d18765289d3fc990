using FsCheck;
using FsCheck.Fluent;

namespace Parcours.Domain.Histories;

public sealed class PropertyColumnTests
{
    [Fact]
    public void Column_gives_each_fact_its_own_value_however_many_came_at_once() => Prop.ForAll(
        Gen.Choose(1, 4).SelectMany(step => Gen.Choose(1, step * 90).ArrayOf()).ToArbitrary(), steps =>
        {
            var all = new List<KeyValuePair<long, string>>();
            foreach (int step in steps)
            {
                all.Add(new((all.Count == 0 ? 0 : all[^1].Key) + step, $"v{step % 7}"));
            }

            int half = all.Count / 2;
            PropertyColumn column = PropertyColumn.Empty.With([Values(all[..half])]).With([Values(all[half..]), Values([])]);
            PropertyColumn atOnce = PropertyColumn.Empty.With([Values([]), Values(all[..half]), Values(all[half..])]);
            var expected = all.ToDictionary();
            long last = all.Count == 0 ? 0 : all[^1].Key;
            for (long fact = 1; fact <= last + 200; fact++)
            {
                Assert.Equal(expected.GetValueOrDefault(fact, string.Empty), column.TextOf(column.TermOf(fact)));
                Assert.Equal(column.TermOf(fact), atOnce.TermOf(fact));
            }

            var copy = new PropertyColumn(column.Has.ToArray(), column.Terms.ToArray(), column.Texts.ToArray());
            Assert.All(all, entry => Assert.Equal(column.TermOf(entry.Key), copy.TermOf(entry.Key)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Column_stays_as_it_was_when_others_grow_from_it()
    {
        PropertyColumn one = PropertyColumn.Empty.With([Values([new(3, "Lyon"), new(70, "Paris")])]);
        PropertyColumn two = one.With([Values([new(72, "Nice"), new(200, "Lyon")])]);
        PropertyColumn other = one.With([Values([new(71, "Brest")])]);

        Assert.Equal((2, 3, 4, 3), (one.Terms.Length, one.Texts.Length, two.Texts.Length, other.Terms.Length));
        Assert.Equal(2, one.Has.ToArray().Sum(word => System.Numerics.BitOperations.PopCount(word)));
        Assert.Equal(["", "", ""], new long[] { 71, 72, 200 }.Select(fact => one.TextOf(one.TermOf(fact))));
        Assert.Equal(["", "Nice", "Lyon"], new long[] { 71, 72, 200 }.Select(fact => two.TextOf(two.TermOf(fact))));
        Assert.Equal(["Brest", "", ""], new long[] { 71, 72, 200 }.Select(fact => other.TextOf(other.TermOf(fact))));
        Assert.False(one.TryFind("Nice", out _));
        Assert.True(two.TryFind("Nice", out _));
        Assert.False(other.TryFind("Nice", out _));
    }

    [Fact]
    public void Column_finds_a_text_that_some_fact_has()
    {
        PropertyColumn column = PropertyColumn.Empty.With([Values([new(3, "Lyon"), new(9, "12.5")])]);
        Assert.True(column.TryFind("Lyon", out int lyon));
        Assert.Equal(lyon, column.TermOf(3));
        Assert.False(column.TryFind("lyon", out _));
        Assert.Equal(12.5, column.NumberOf(column.TermOf(9)));
        Assert.Equal([double.NaN, double.NaN], [column.NumberOf(lyon), column.NumberOf(column.TermOf(4))]);
    }

    [Fact]
    public void Column_whose_bits_and_terms_disagree_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PropertyColumn([0b101], [1], ["", "a"]));

    private static PropertyValues Values(IReadOnlyList<KeyValuePair<long, string>> values)
    {
        var run = new PropertyValues();
        foreach ((long fact, string text) in values)
        {
            run.Add(fact, text);
        }

        return run;
    }
}
