using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Predictions;

public sealed class FittedModelFileTests : IDisposable
{
    private const byte Euro = 1;

    private static readonly ModelRequest Request = new("bgnbd");
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-models-").FullName;

    private string Kept => Path.Combine(_folder, "models", "bgnbd-week.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Model_kept_is_the_model_read_bit_for_bit()
    {
        HistoryBase histories = Shop(orders: 300);
        PurchaseHistory history = At(histories);

        FittedModel fitted = FittedModels.Of(_folder, Request, histories, history);
        FittedModel kept = FittedModelFile.Read(_folder, Request, history.Table.CutDay, BaseState.Of(histories, history.Table))!;

        Assert.Equal(fitted.Parameters, kept.Parameters);
        Assert.Equal(fitted.StandardErrors, kept.StandardErrors);
        Assert.Equal(fitted.Covariance, kept.Covariance);
        Assert.Equal(fitted.Warnings, kept.Warnings);
        Assert.Equal((fitted.LogLikelihood, fitted.Customers, fitted.Model, fitted.CutDay), (kept.LogLikelihood, kept.Customers, kept.Model, kept.CutDay));
        Assert.Equal([Kept], Directory.GetFiles(Path.GetDirectoryName(Kept)!));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2")]
    [InlineData("\"asked\": \"bgnbd\"", "\"asked\": \"pnbd\"")]
    [InlineData("\"facts\": 300", "\"facts\": 301")]
    [InlineData("\"cut\": \"2024-12-31\"", "\"cut\": \"2024-12-30\"")]
    [InlineData("\"parameters\": [", "\"parameters\": [ -1,")]
    [InlineData("\"warnings\": [", "\"warnings\": [ \"from_the_future\"")]
    [InlineData("{", "")]
    public void File_of_another_version_or_state_is_not_read_and_the_model_is_fitted_anew(string written, string instead)
    {
        HistoryBase histories = Shop(orders: 300);
        PurchaseHistory history = At(histories);
        FittedModel fitted = FittedModels.Of(_folder, Request, histories, history);
        string text = File.ReadAllText(Kept);
        Assert.Contains(written, text, StringComparison.Ordinal);
        int at = text.IndexOf(written, StringComparison.Ordinal);
        File.WriteAllText(Kept, string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + written.Length)));

        Assert.Null(FittedModelFile.Read(_folder, Request, history.Table.CutDay, BaseState.Of(histories, history.Table)));
        Assert.Equal(fitted.Parameters, FittedModels.Of(_folder, Request, histories, history).Parameters);
        Assert.Equal(text, File.ReadAllText(Kept));
    }

    [Fact]
    public void Another_base_does_not_take_the_model_of_this_one()
    {
        HistoryBase before = Shop(orders: 300);
        HistoryBase after = Shop(orders: 320);
        FittedModels.Of(_folder, Request, before, At(before));

        FittedModel fitted = FittedModels.Of(_folder, Request, after, At(after));

        Assert.Equal(ModelFits.Of(Request, At(after)).Parameters, fitted.Parameters);
    }

    [Fact]
    public void Facts_that_move_to_another_customer_make_another_state()
    {
        HistoryBase one = Of([[0, 10], [5, 20, 40]]);
        HistoryBase other = Of([[0, 10, 40], [5, 20]]);

        var state = BaseState.Of(one, At(one).Table);
        Assert.NotEqual(state, BaseState.Of(other, At(other).Table));
        Assert.Equal(state.Facts, BaseState.Of(other, At(other).Table).Facts);
        Assert.Equal(state, BaseState.Of(Of([[0, 10], [5, 20, 40]]), At(one).Table));
    }

    [Fact]
    public void Folder_that_cannot_be_written_costs_no_more_than_the_next_fit()
    {
        HistoryBase histories = Shop(orders: 300);
        string missing = Path.Combine(_folder, "none");

        Assert.True(FittedModels.Of(missing, Request, histories, At(histories)).IsFitted);
        Assert.False(Directory.Exists(missing));
    }

    private static PurchaseHistory At(HistoryBase histories) => PurchaseHistory.Of(histories, Calendar.Utc.EndOfDay(Calendar.DayOf(new DateOnly(2024, 12, 31))));

    private static HistoryBase Shop(int orders)
    {
        var random = new Random(5);
        int[][] days = [.. Enumerable.Range(0, 60).Select(_ => new[] { random.Next(0, 120) })];
        for (int order = days.Length; order < orders; order++)
        {
            // The first customers come back more, and longer.
            int who = (int)(days.Length * Math.Pow(random.NextDouble(), 3));
            days[who] = [.. days[who], days[who][0] + 1 + (int)(random.NextDouble() * (240 - who))];
        }

        return Of(days);
    }

    private static HistoryBase Of(int[][] days)
    {
        long id = 0;
        return new HistoryBase(
            [Segment.Of([.. days.Select(own => own.Select(day => new FactRow(
                new Fact(new Instant(Instant.FromUtc(2024, 1, 1).Micros + (day * Instant.MicrosPerDay)), 1000, 0, FactKind.Order, Euro, 0), ++id, (int)id, 0, Extra.None)).ToArray())])],
            Subjects.Of([.. days.Select((_, i) => $"c{i:000}")]), Vocabulary.Empty, Calendar.Utc, Euro);
    }
}
