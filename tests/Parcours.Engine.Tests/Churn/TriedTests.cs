using Parcours.Domain.Histories;

namespace Parcours.Engine.Churn;

/// <summary>A base is tried whole unless it has too many subjects; places left empty are nobody.</summary>
public sealed class TriedTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("C", true)]
    public void Base_is_sampled_by_how_many_subjects_are_there(string key, bool isSampled)
    {
        HistoryBase few = CdnowCustomers.Load();
        IEnumerable<KeyValuePair<int, SubjectName>> more = Enumerable.Range(few.SubjectCount, ChurnWindows.MostTried).Select(
            place => new KeyValuePair<int, SubjectName>(place, SubjectName.Of(key, SubjectType.Customer)));
        HistoryBase large = few.With([], few.Subjects.With([.. more]), few.Vocabulary);
        var windows = new ChurnWindows(large, FactSpan.Of(few).Last);

        Assert.Equal(isSampled, !ReferenceEquals(windows, windows.Tried));
    }
}
