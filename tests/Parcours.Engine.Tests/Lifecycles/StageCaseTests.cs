using System.Globalization;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Lifecycles;

public sealed class StageCaseTests
{
    public static TheoryData<string> Rows =>
        [.. StageCases.All.Select((row, place) => string.Create(CultureInfo.InvariantCulture, $"{row.Lifecycle} {row.Stage} #{place}"))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Story_is_in_its_stage_and_the_one_near_it_is_not(string row)
    {
        StageCase found = StageCases.All[int.Parse(row[(row.IndexOf('#', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture)];
        Assert.Equal(found.Stage, found.StageOf(found.Story, found.On));
        Assert.NotNull(found.Near);
        Assert.NotEqual(found.Stage, found.NearStage);
        Assert.Equal(found.NearStage, found.StageOf(found.Near, found.NearOn));
    }

    [Fact]
    public void Every_stage_of_every_built_in_lifecycle_has_a_story()
    {
        var told = StageCases.All.Select(row => (row.Lifecycle, row.Stage)).ToHashSet();
        foreach (string id in BuiltInLifecycles.Ids)
        {
            LifecycleDefinition definition = BuiltInLifecycles.Find(id)!;
            Assert.All(definition.Stages, stage => Assert.Contains((id, stage.Id), told));
        }
    }
}
