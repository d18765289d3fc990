using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;

namespace Parcours.Engine.Churn;

/// <summary>The choice of learner that a workspace keeps, on one CDNOW customer in ten.</summary>
public sealed class ChurnModelFileTests : IDisposable
{
    private static readonly HistoryBase Histories = CdnowCustomers.Tenth(Instant.Never);
    private static readonly Instant At = CdnowCustomers.EndOf(1998, 6, 30);
    private static readonly ChurnDefinition Definition = new ChurnLibrary(null).Find("stopped-buying")! with { Horizon = Period.OfDays(91), Candidates = ["rfm"] };

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-churn-").FullName;

    private string Kept => Path.Combine(_folder, "models", "churn-stopped-buying-91d.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Choice_kept_says_what_it_said_when_it_was_made()
    {
        ChurnScores made = Scores(Definition);
        string text = File.ReadAllText(Kept);
        ChurnScores kept = Scores(Definition);

        Assert.Equal(("rfm", 1), (made.Selection.Chosen, made.Version));
        Assert.Equal(("rfm", 1), (kept.Selection.Chosen, kept.Version));
        Assert.Equal(made.Probabilities, kept.Probabilities);
        Assert.Equal((made.Selection.HorizonDays, made.Selection.BestRefused), (kept.Selection.HorizonDays, kept.Selection.BestRefused));
        Assert.NotEmpty(made.Selection.Trials);
        Assert.Equal(made.Selection.Trials.Length, kept.Selection.Trials.Length);
        foreach ((ChurnTrial expected, ChurnTrial found) in made.Selection.Trials.Zip(kept.Selection.Trials))
        {
            Assert.Equal(expected with { Calibration = null, Lift = null }, found with { Calibration = null, Lift = null });
            Assert.Equal(expected.Calibration!.Bins, found.Calibration!.Bins);
            Assert.Equal(expected.Calibration.Error, found.Calibration.Error);
            Assert.Equal(expected.Lift!.Deciles, found.Lift!.Deciles);
        }

        Assert.Equal(text, File.ReadAllText(Kept));
    }

    [Fact]
    public void Choice_kept_is_not_made_again()
    {
        Scores(Definition);
        Tamper("\"learner\": \"rfm\"", "\"learner\": \"recency\"");

        Assert.Equal(("recency", 1), (Scores(Definition).Selection.Chosen, Scores(Definition).Version));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", 2)]
    [InlineData("\"fingerprint\": \"", "\"fingerprint\": \"0", 2)]
    [InlineData("\"learner\": \"rfm\"", "\"learner\": \"oracle\"", 2)]
    [InlineData("\"chosenAtMicros\": ", "\"chosenAtMicros\": 1", 1)]
    [InlineData("\"facts\": ", "\"facts\": 1", 1)]
    [InlineData("\"zone\": \"UTC\"", "\"zone\": \"Europe/Paris\"", 1)]
    [InlineData("\"calibration\": [", "\"calibration\": [ [1],", 1)]
    [InlineData("{", "", 1)]
    public void File_of_another_format_definition_date_or_base_is_not_read_and_the_learner_is_chosen_anew(string written, string instead, int version)
    {
        ChurnScores made = Scores(Definition);
        Tamper(written, instead);

        ChurnScores again = Scores(Definition);

        Assert.Equal(("rfm", version), (again.Selection.Chosen, again.Version));
        Assert.Equal(made.Probabilities, again.Probabilities);
        Assert.Equal(version, Scores(Definition).Version);
    }

    [Fact]
    public void Version_goes_up_with_the_definition_and_stays_with_a_later_date()
    {
        Assert.Equal(1, Scores(Definition).Version);
        Assert.Equal(1, Scores(Definition, CdnowCustomers.EndOf(1998, 5, 31)).Version);
        ChurnDefinition changed = Definition with { Eligible = new("orders >= 1 and spend > 0") };
        Assert.Equal(2, Scores(changed).Version);
        Assert.Equal(2, Scores(changed).Version);
        Assert.Equal(3, Scores(Definition).Version);
        Assert.Equal(1, Scores(Definition with { Horizon = Period.OfDays(60) }).Version);
    }

    [Fact]
    public void Facts_after_the_date_make_no_other_base_and_those_before_do()
    {
        Instant before = CdnowCustomers.EndOf(1997, 12, 31);
        HistoryBase past = CdnowCustomers.Tenth(before);

        Assert.Equal(BaseState.UpTo(past, before), BaseState.UpTo(Histories, before));
        Assert.NotEqual(BaseState.UpTo(past, At), BaseState.UpTo(Histories, At));
    }

    [Fact]
    public void Folder_that_cannot_be_written_costs_no_more_than_the_choice()
    {
        File.WriteAllText(Path.Combine(_folder, "models"), "a file where the folder should be");

        Assert.Equal(("rfm", 1), (Scores(Definition).Selection.Chosen, Scores(Definition).Version));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    private ChurnScores Scores(ChurnDefinition definition, Instant? at = null) => ChurnScores.Compute(definition, Histories, at ?? At, _folder).Scores!;

    private void Tamper(string written, string instead)
    {
        string text = File.ReadAllText(Kept);
        int at = text.IndexOf(written, StringComparison.Ordinal);
        Assert.True(at >= 0, written);
        File.WriteAllText(Kept, string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + written.Length)));
    }
}
