using Parcours.Domain.Facts;
using Parcours.Engine.Import.Feeding;

namespace Parcours.Engine.Import;

public sealed class OtherKindTests : IDisposable
{
    private readonly Shop _shop = new();

    [Fact]
    public void Customers_give_attributes_registration_and_consents_with_date_and_source()
    {
        const string text = "Code client;Email;Pays;Date de création;Opt-in email;Opt-in SMS;Date opt-in;Source opt-in;Compte\nC1;ann@shop.com;France;03/02/2020;oui;non;05/02/2020;magasin;ACME\nC2;;Belgique;;;;;;\n";

        Assert.Equal(new ImportCounts(2, 2, 0, 0, 2, 0, 0), Import("customers", text).Counts);
        Assert.Equal([("pays", "France"), ("account", "ACME"), ("pays", "Belgique")],
            _shop.Store.Of(FactKind.AttributeChanged).Select(fact => (_shop.Store.ItemOf(fact), _shop.Store.Terms[(int)fact.Fact.Value])));
        Assert.All(_shop.Store.Of(FactKind.AttributeChanged), fact => Assert.Equal(FactFlags.Undated, fact.Fact.Flags));
        Assert.Equal("2020-02-03T00:00:00Z", Assert.Single(_shop.Store.Of(FactKind.Registration)).Fact.At.ToString());
        StoredFact optIn = Assert.Single(_shop.Store.Of(FactKind.OptIn));
        Assert.Equal((Channel.Email, "2020-02-05T00:00:00Z", """{"source":"magasin"}"""), (optIn.Fact.Channel, optIn.Fact.At.ToString(), optIn.Payload));
        Assert.Equal(Channel.Sms, Assert.Single(_shop.Store.Of(FactKind.OptOut)).Fact.Channel);
        Assert.Equal(new ImportCounts(2, 0, 2, 0, 2, 0, 0), Import("customers", text).Counts);
    }

    [Fact]
    public void Products_fill_the_catalogue_once()
    {
        const string text = "sku,title,category,size,price,cost\nA1,Dress,Dresses,38,59.90,20\nA2,Scarf,Accessories,,12,\n";

        Assert.Equal(new ImportCounts(2, 2, 0, 0, 0, 0, 0), Import("products", text).Counts);
        Assert.Equal(("Dresses", """{"cost":"20","currency":"USD","name":"Dress","price":"59.9","size":"38"}"""), _shop.Store.Products["A1"]);
        Assert.Equal(new ImportCounts(2, 0, 2, 0, 0, 0, 0), Import("products", text).Counts);
    }

    [Fact]
    public void Brevo_log_has_one_event_a_line()
    {
        ImportOutcome outcome = Import("messages", "st_text,ts,sub,frm,email,tag,mid,link\nSent,01-02-2020 10:00:00,Hello,us@shop.com,ann@shop.com,winter,<1>,\nDelivered,01-02-2020 10:00:02,Hello,us@shop.com,ann@shop.com,winter,<1>,\nFirst opening,01-02-2020 11:00:00,Hello,us@shop.com,ann@shop.com,winter,<1>,\nClicked,01-02-2020 11:01:00,Hello,us@shop.com,ann@shop.com,winter,<1>,https://shop.com\nHard bounced,01-02-2020 10:00:03,Hello,us@shop.com,bob@shop.com,winter,<2>,\nUnsubscribed,13-02-2020 11:02:00,Hello,us@shop.com,ann@shop.com,winter,<1>,\n");

        Assert.Null(outcome.Refusal);
        Assert.Equal(new ImportCounts(6, 6, 0, 0, 2, 0, 0), outcome.Counts);
        StoredFact sent = Assert.Single(_shop.Store.Of(FactKind.MessageSent));
        Assert.Equal(("winter", "2020-02-01T10:00:00Z", Channel.Email), (_shop.Store.ItemOf(sent), sent.Fact.At.ToString(), sent.Fact.Channel));
        Assert.Single(_shop.Store.Of(FactKind.MessageOpened));
        Assert.Single(_shop.Store.Of(FactKind.MessageClicked));
        Assert.Single(_shop.Store.Of(FactKind.MessageBounced));
        Assert.Equal("marketing", _shop.Store.ItemOf(Assert.Single(_shop.Store.Of(FactKind.OptOut))));
        Assert.Equal(["message_delivered"], _shop.Store.Kinds);
    }

    [Fact]
    public void Brevo_recipients_have_a_date_column_for_each_event()
    {
        ImportOutcome outcome = Import("messages", "Campaign Name;Email_ID;Send_Date;Delivered_Date;Open_Date;Click_Date;Unsubscribe_Date\nWinter;ann@shop.com;2020-02-01 10:00:00;2020-02-01 10:00:05;2020-02-01 11:00:00;;\nWinter;bob@shop.com;2020-02-01 10:00:00;;;;2020-02-02 09:00:00\n");

        Assert.Null(outcome.Refusal);
        Assert.Equal(2, _shop.Store.Of(FactKind.MessageSent).Count());
        Assert.Equal("2020-02-01T11:00:00Z", Assert.Single(_shop.Store.Of(FactKind.MessageOpened)).Fact.At.ToString());
        Assert.Equal("bob@shop.com", _shop.Store.KeyOf(Assert.Single(_shop.Store.Of(FactKind.OptOut))));
    }

    [Fact]
    public void Mailchimp_counts_tell_what_happened_to_a_campaign()
    {
        ImportOutcome outcome = Import("messages", "Email Address,Campaign Title,Send Date,Opens,Clicks,Member Rating\nann@shop.com,Winter,2020-02-01 10:00:00,3,1,4\nbob@shop.com,Winter,2020-02-01 10:00:00,0,0,2\n");

        Assert.Null(outcome.Refusal);
        Assert.Equal(new ImportCounts(2, 2, 0, 0, 2, 0, 0), outcome.Counts);
        Assert.Equal(2, _shop.Store.Of(FactKind.MessageSent).Count());
        Assert.Single(_shop.Store.Of(FactKind.MessageOpened));
        Assert.Single(_shop.Store.Of(FactKind.MessageClicked));
    }

    [Fact]
    public void Klaviyo_metrics_are_events()
    {
        ImportOutcome outcome = Import("messages", "Metric Name,Event Time,Profile Email,Campaign Name\nReceived Email,2020-02-01T10:00:00+00:00,ann@shop.com,Winter\nOpened Email,2020-02-01T11:00:00+00:00,ann@shop.com,Winter\nReceived SMS,2020-02-02T10:00:00+00:00,ann@shop.com,Winter sms\nMarked Email as Spam,2020-02-02T11:00:00+00:00,bob@shop.com,Winter\n");

        Assert.Null(outcome.Refusal);
        Assert.Equal([Channel.Email, Channel.Sms], _shop.Store.Of(FactKind.MessageSent).Select(sent => sent.Fact.Channel));
        Assert.Single(_shop.Store.Of(FactKind.OptOut));
    }

    [Fact]
    public void Surveys_by_column_or_by_name()
    {
        Assert.Equal(2, Import("surveys", "email,date,nps,csat,comment\nann@shop.com,2020-02-01,9,5,Great\nbob@shop.com,2020-02-01,3,,\n").Counts!.Stored);
        Assert.Equal([("nps", 9L), ("csat", 5L), ("nps", 3L)], _shop.Store.Of(FactKind.SurveyAnswer).Select(fact => (_shop.Store.ItemOf(fact), fact.Fact.Value)));
        Assert.Equal("""{"comment":"Great"}""", _shop.Store.Of(FactKind.SurveyAnswer).First().Payload);

        Assert.Equal(1, Import("surveys", "client;date;enquete;note\nC1;01/02/2020;Effort client;6\n").Counts!.Stored);
        Assert.Equal("ces", _shop.Store.ItemOf(_shop.Store.Of(FactKind.SurveyAnswer).Last()));
    }

    [Fact]
    public void Score_out_of_its_scale_is_put_aside() =>
        Assert.Equal(1, Import("surveys", "email,date,nps\nann@shop.com,2020-02-01,11\n", force: true).Counts!.Quarantined);

    [Fact]
    public void Complaint_resolved_since_adds_its_resolution_only()
    {
        Assert.Equal(1, Import("complaints", "client;date réclamation;n° réclamation;motif;date de résolution\nC1;01/02/2020;R7;Retard;\n").Counts!.Stored);
        Assert.Equal(1, Import("complaints", "client;date réclamation;n° réclamation;motif;date de résolution\nC1;01/02/2020;R7;Retard;09/02/2020\n").Counts!.Stored);

        StoredFact complaint = Assert.Single(_shop.Store.Of(FactKind.Complaint));
        StoredFact resolved = Assert.Single(_shop.Store.Of(FactKind.ComplaintResolved));
        Assert.Equal(("Retard", LinkHash.Of("R7"), LinkHash.Of("R7")), (_shop.Store.ItemOf(complaint), complaint.Link, resolved.Link));
    }

    [Fact]
    public void Spend_is_kept_in_the_workspace_and_belongs_to_nobody()
    {
        const string text = "date,source,campaign,spend,currency\n2020-02-01,google,brand,120.50,EUR\n2020-02-01,meta,winter,80,EUR\n";

        Assert.Equal(new ImportCounts(2, 2, 0, 0, 0, 0, 0), Import("spend", text).Counts);
        Assert.Equal(new ImportCounts(2, 0, 2, 0, 0, 0, 0), Import("spend", text).Counts);
        Assert.Empty(_shop.Store.Facts);
        Assert.Contains("2020-02-01\tgoogle\tbrand\t12050\tEUR\t", _shop.Store.Documents[RecordBook.NameOf("spend")], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_facts_of_any_kind_go_in()
    {
        const string text =
            """
            {"kind":"order","customer":"42","email":"ann@shop.com","at":"2020-02-01T10:00:00Z","value":"12.00","currency":"EUR","order":"A1","channel":"web"}
            {"kind":"order_line","customer":"42","at":"2020-02-01T10:00:00Z","value":12,"currency":"EUR","item":"mug","category":"Kitchen","order":"A1","quantity":2}
            {"kind":"trial_started","account":"ACME","at":"2020-03-01","until":"2020-04-01","actor":"42","message_id":"t-1"}
            {"kind":"wheel_spun","customer":"42","at":"2020-02-02","payload":{"prize":"none"}}

            {"kind":"attribute_changed","customer":"42","item":"country","value":"FR"}
            """;

        ImportOutcome outcome = _shop.Import(text, name: "facts.ndjson");

        Assert.Null(outcome.Refusal);
        Assert.Equal(new ImportCounts(5, 5, 0, 0, 2, 1, 0), outcome.Counts);
        Assert.Equal(1200, Assert.Single(_shop.Store.Of(FactKind.Order)).Fact.Value);
        StoredFact line = Assert.Single(_shop.Store.Of(FactKind.OrderLine));
        Assert.Equal(("mug", 2000, LinkHash.Of("A1")), (_shop.Store.ItemOf(line), line.Extra.Quantity, line.Link));
        StoredFact trial = Assert.Single(_shop.Store.Of(FactKind.TrialStarted));
        Assert.Equal("2020-04-01T00:00:00Z", trial.Extra.Until.ToString());
        Assert.Equal("42", _shop.Store.Identities[trial.Extra.Actor].Key);
        Assert.Equal("""{"prize":"none"}""", Assert.Single(_shop.Store.Of(FactKind.FirstCustom)).Payload);
        Assert.Equal(new ImportCounts(5, 0, 5, 0, 2, 1, 0), _shop.Import(text, name: "facts.ndjson").Counts);
    }

    [Theory]
    [InlineData("{\"kind\":\"order\",\"customer\":\"1\"", "not a JSON object")]
    [InlineData("{\"kind\":\"Order!\",\"customer\":\"1\",\"at\":\"2020-01-01\"}", "unknown kind of fact or event: Order!")]
    [InlineData("{\"kind\":\"visit\",\"at\":\"2020-01-01\"}", "no customer")]
    [InlineData("{\"kind\":\"visit\",\"customer\":\"1\"}", "date not readable")]
    [InlineData("{\"kind\":\"order\",\"customer\":\"1\",\"at\":\"2020-01-01\"}", "amount not readable")]
    [InlineData("{\"kind\":\"order\",\"customer\":\"1\",\"at\":\"2020-01-01\",\"value\":\"1\",\"currency\":\"ZZZ\"}", "unknown currency: ZZZ")]
    public void Bad_json_line_is_put_aside(string line, string reason)
    {
        string good = string.Concat(Enumerable.Range(1, 10).Select(i => $"{{\"kind\":\"visit\",\"customer\":\"{i}\",\"at\":\"2020-01-01\"}}\n"));

        Assert.Equal(new ImportCounts(11, 10, 0, 1, 10, 0, 0), _shop.Import(good + line + "\n", name: "facts.ndjson").Counts);
        Assert.Equal(reason, _shop.Store.Quarantined[0].Reason);
    }

    public void Dispose() => _shop.Dispose();

    private ImportOutcome Import(string kind, string text, bool force = false) => _shop.Import(text, request => request with { Kind = kind, Force = force }, kind + ".csv");
}
