namespace Parcours.Domain.Histories;

public sealed class SubjectsTests
{
    [Fact]
    public void Places_without_a_name_are_not_present()
    {
        var subjects = Subjects.Of(["C1", "", "C2", ""]);

        Assert.Equal((4, 2), (subjects.Count, subjects.Present));
    }

    [Fact]
    public void Names_that_change_change_who_is_present()
    {
        var subjects = Subjects.Of(["C1", "C2"]);
        Assert.Equal(2, subjects.Present);

        Subjects joined = subjects.With([new(1, new SubjectName([], SubjectType.Customer)), new(3, new SubjectName("C4"u8.ToArray(), SubjectType.Customer))]);

        Assert.Equal((4, 2), (joined.Count, joined.Present));
        Assert.Equal(2, joined.Compact().Present);
        Assert.Equal(2, subjects.Present);
    }
}
