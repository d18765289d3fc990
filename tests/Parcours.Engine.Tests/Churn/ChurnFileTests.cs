using System.Collections.Immutable;
using Parcours.Domain.Expressions;

namespace Parcours.Engine.Churn;

public sealed class ChurnFileTests
{
    private const string Sound = """
        churn: silent
        eligible: orders >= 1
        outcome: never(order within horizon)
        horizon: 3 months
        """;

    [Theory]
    [InlineData("churn")]
    [InlineData("winback")]
    [InlineData("prospects")]
    public void Built_in_definitions_can_be_used(string capability)
    {
        var library = new ChurnLibrary(null, capability);

        Assert.NotEmpty(library.Ids);
        Assert.All(library.Ids, id => Assert.Equal(id, library.Find(id)!.Id));
    }

    [Fact]
    public void Definition_without_candidates_takes_the_usual_ones()
    {
        (ChurnDefinition? definition, ImmutableArray<ExpressionError> errors) = ChurnFile.Read(Sound);

        Assert.Empty(errors);
        Assert.Equal(["logistic", "boosting"], definition!.Candidates);
        Assert.Equal("days_since_last_order", definition.Recency);
    }

    [Theory]
    [InlineData("outcome: never(order within horizon)", "outcome: never(ordr within horizon)", 3, 16, "order")]
    [InlineData("horizon: 3 months", "horizon: soon", 4, 10, null)]
    [InlineData("eligible: orders >= 1", "eligible: orders >= 1 and score(stopped-buying) >= 0.5", 2, 27, null)]
    [InlineData("outcome: never(order within horizon)", "outcome: never(order within horizon) or score('silent') < 0.5", 3, 41, null)]
    [InlineData("eligible: orders >= 1", "eligibel: orders >= 1", 2, 1, "eligible")]
    [InlineData("horizon: 3 months", "horizon: 3 months\ncandidates: [logistics]", 5, 14, "logistic")]
    [InlineData("horizon: 3 months", "horizon: 3 months\nrecency: days_since_visits", 5, 10, "days_since_visit")]
    public void Fault_is_told_with_its_place_and_the_nearest_word(string sound, string faulty, int line, int column, string? nearest)
    {
        (ChurnDefinition? definition, ImmutableArray<ExpressionError> errors) = ChurnFile.Read(Sound.Replace(sound, faulty, StringComparison.Ordinal));

        Assert.Null(definition);
        ExpressionError error = Assert.Single(errors, error => error.Line == line && error.Column == column);
        Assert.Equal(nearest, error.Nearest);
    }
}
