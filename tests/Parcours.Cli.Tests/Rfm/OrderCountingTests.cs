using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Samples;

namespace Parcours.Cli.Rfm;

/// <summary>Verbs that count orders, on a shop whose accounts repeat the orders of some customers, as those of stakeholders are: no order counts twice.</summary>
public sealed class OrderCountingTests
{
    private const string End = "2026-10-31";

    /// <summary>The shop's customers, and accounts that never order.</summary>
    private static readonly HistoryBase Customers = SampleShop.Histories(1500, 7, ordersOnly: false);

    /// <summary>The same with the orders of customers in their accounts too.</summary>
    private static readonly HistoryBase Both = Repeated(Customers, keepCustomers: true);

    /// <summary>The accounts with those orders, and customers who did nothing.</summary>
    private static readonly HistoryBase Accounts = Repeated(Customers, keepCustomers: false);

    [Theory]
    [InlineData("rfm", "--at", End)]
    [InlineData("rfm", "--at", End, "--map", "klaviyo")]
    [InlineData("rhythm", "--at", End)]
    [InlineData("cohorts", "--at", End)]
    [InlineData("indicators", "--at", End)]
    [InlineData("lifecycle", "show", "crm-segments", "--at", End)]
    [InlineData("lifecycle", "show", "shopify-rfm", "--at", End)]
    [InlineData("next", "--at", End)]
    [InlineData("timing")]
    [InlineData("predict")]
    public void Order_that_an_account_repeats_counts_once(params string[] words) => Assert.Equal(Answer(Customers, words), Answer(Both, words));

    [Theory]
    [InlineData("rfm", "--at", End)]
    [InlineData("rhythm", "--at", End)]
    [InlineData("cohorts", "--at", End)]
    [InlineData("indicators", "--at", End, "--lifecycle", "clm-b2b")]
    public void Accounts_are_read_where_no_customer_orders(params string[] words)
    {
        string alone = Answer(Accounts, words);

        Assert.NotEqual(Answer(Customers, words), alone);
        Assert.True(words[0] != "rfm" || Buyers(Accounts) == JsonDocument.Parse(alone).RootElement.GetProperty("customers").GetInt32(), alone);
    }

    [Fact]
    public void Lifecycle_of_accounts_has_the_indicators_of_accounts() =>
        Assert.Equal(Answer(Accounts, "indicators", "--lifecycle", "clm-b2b", "--at", End), Answer(Both, "indicators", "--lifecycle", "clm-b2b", "--at", End));

    private static HistoryBase Repeated(HistoryBase shop, bool keepCustomers)
    {
        var histories = new List<KeyValuePair<int, Segment>>();
        var rows = new List<FactRow>();
        for (int subject = 0; subject < shop.SubjectCount; subject++)
        {
            shop[subject].CopyRowsTo(rows);
            if (shop.Subjects.TypeOf(subject) == SubjectType.Account)
            {
                histories.Add(new(subject, Segment.OfOne(rows)));
                rows.Clear();
            }
            else if (!keepCustomers)
            {
                histories.Add(new(subject, Segment.OfOne([])));
            }
        }

        return shop.With(histories, shop.Subjects, shop.Vocabulary);
    }

    private static int Buyers(HistoryBase histories) =>
        Enumerable.Range(0, histories.SubjectCount).Count(subject => histories[subject].Facts.ToArray().Any(fact => fact.Kind == FactKind.Order));

    private static string Answer(HistoryBase histories, params string[] words)
    {
        var run = new TestRun(BaseStore.Opener(histories));
        Assert.True(run.Run([.. words, "--json"]) == ExitCode.Done, run.Error);
        return run.Out;
    }
}
