using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Engine.Samples;

namespace Parcours.Cli.WinBack;

public sealed class OpportunityVerbTests
{
    private static readonly HistoryBase Histories = SampleShop.Histories(4000, 7, ordersOnly: false);
    private static readonly WorkspaceOpener Shop = BaseStore.Opener(Histories);

    [Fact]
    public void Win_back_ranks_by_incremental_value_and_shows_the_campaigns_behind_it()
    {
        JsonElement answer = Answer(Shop, "winback", "--top", "50");

        Assert.Equal("incremental", answer.GetProperty("kind").GetString());
        Assert.False(answer.TryGetProperty("why", out _));
        JsonElement effect = answer.GetProperty("effect");
        Assert.Equal(["Vous nous manquez 2025", "Vous nous manquez 2026"], effect.GetProperty("campaigns").EnumerateArray().Select(campaign => campaign.GetProperty("campaign").GetString()));
        Assert.Equal(effect.GetProperty("control").GetInt32(), effect.GetProperty("campaigns").EnumerateArray().Sum(campaign => campaign.GetProperty("control").GetInt32()));
        Assert.Equal(
            effect.GetProperty("uplift").GetDouble(), effect.GetProperty("treatedRate").GetDouble() - effect.GetProperty("controlRate").GetDouble(), 0.00001);
        Assert.InRange(effect.GetProperty("uplift").GetDouble(), effect.GetProperty("upliftLow").GetDouble(), effect.GetProperty("upliftHigh").GetDouble());
        JsonElement[] rows = [.. answer.GetProperty("list").EnumerateArray()];
        Assert.Equal(50, rows.Length);
        double[] values = [.. rows.Select(row => row.GetProperty("incrementalValue").GetDouble())];
        Assert.Equal(values.OrderDescending(), values);
        Assert.All(rows, row => Assert.InRange(
            row.GetProperty("incrementalValue").GetDouble(), row.GetProperty("incrementalValueLow").GetDouble(), row.GetProperty("incrementalValueHigh").GetDouble()));
    }

    [Fact]
    public void Prospects_that_hardly_any_campaign_drew_are_ranked_by_expected_value_and_the_answer_says_why()
    {
        JsonElement answer = Answer(Shop, "prospects", "--top", "50");

        Assert.Equal("potential", answer.GetProperty("kind").GetString());
        // Of those whom the win-back mailings drew, a few had given back all they ever bought: they count as never having ordered.
        Assert.Equal("too_few", answer.GetProperty("why").GetProperty("code").GetString());
        Assert.InRange(answer.GetProperty("why").GetProperty("control").GetInt32(), 1, 30);
        double[] values = [.. answer.GetProperty("list").EnumerateArray().Select(row => row.GetProperty("expectedValue").GetDouble())];
        Assert.NotEmpty(values);
        Assert.Equal(values.OrderDescending(), values);
    }

    [Fact]
    public void Control_group_too_small_is_told_with_how_many_more_it_takes()
    {
        WorkspaceOpener small = BaseStore.Opener(SampleShop.Histories(900, 7, ordersOnly: false));

        JsonElement why = Answer(small, "winback").GetProperty("why");

        int control = why.GetProperty("control").GetInt32();
        Assert.Equal("too_few", why.GetProperty("code").GetString());
        Assert.Equal(100 - control, why.GetProperty("controlNeeded").GetInt32());
        Assert.StartsWith($"only {control} such customers in the control group, {100 - control} more needed", why.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Ranked by what contacting them adds.", "left alone", "Net spend added by customer contacted")]
    [InlineData("fr", "Classés par ce qu'un contact ajoute.", "laissés tranquilles", "Dépense nette ajoutée par client contacté")]
    public void Text_says_which_list_it_is_and_what_the_contact_added(string language, string kind, string control, string spend)
    {
        var run = new TestRun(Shop);

        Assert.Equal(ExitCode.Done, run.Run("winback", "--top", "3", "--lang", language));

        Assert.Contains(kind, run.Out, StringComparison.Ordinal);
        Assert.Contains(control, run.Out, StringComparison.Ordinal);
        Assert.Contains(spend, run.Out, StringComparison.Ordinal);
        Assert.Contains("Vous nous manquez 2026", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_everyone_with_the_incremental_value_or_an_empty_field()
    {
        string[] winBack = Csv("winback");
        string[] prospects = Csv("prospects");

        Assert.Equal("customer,probability,expected_basket,expected_value,incremental_probability,incremental_value,incremental_value_low,incremental_value_high,kind,reasons", winBack[0]);
        Assert.All(winBack[1..], line => Assert.Equal(("incremental", false), (line.Split(',')[8], line.Split(',')[5].Length == 0)));
        Assert.All(prospects[1..], line => Assert.Equal(("potential", true), (line.Split(',')[8], line.Split(',')[5].Length == 0)));
    }

    private static string[] Csv(string verb)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        try
        {
            Assert.Equal(ExitCode.Done, new TestRun(Shop).Run(verb, "--out", file));
            return File.ReadAllLines(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static JsonElement Answer(WorkspaceOpener shop, params string[] words)
    {
        var run = new TestRun(shop);
        Assert.Equal(ExitCode.Done, run.Run([.. words, "--json"]));
        return JsonDocument.Parse(run.Out).RootElement;
    }
}
