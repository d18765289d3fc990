using Parcours.Domain.Lifecycles;
using Parcours.Engine.Segments.Quality;

namespace Parcours.Engine.Segments.Discovery;

public sealed class GroupNamesTests
{
    private static readonly CustomerIndicator[] _three = [.. CustomerIndicator.All.Where(indicator => indicator.Feature.Id is "orders" or "spend" or "average_basket")];

    [Fact]
    public void Groups_are_named_by_the_two_indicators_furthest_from_the_whole()
    {
        LocalText[] names = GroupNames.Of(_three, [[2, 0.6, -1], [-1, -0.2, 0.1]]);

        Assert.Equal(new LocalText("Frequent buyers, small baskets", "Acheteurs fréquents, petits paniers"), names[0]);
        Assert.Equal(new LocalText("Occasional buyers", "Acheteurs occasionnels"), names[1]);
    }

    [Fact]
    public void Two_groups_of_the_same_words_get_one_more()
    {
        LocalText[] names = GroupNames.Of(_three, [[2, 1, 0.1], [1, 2, -0.1]]);

        Assert.Equal(["Frequent buyers, much spent", "Much spent, frequent buyers, small baskets"], names.Select(name => name.En));
    }
}
