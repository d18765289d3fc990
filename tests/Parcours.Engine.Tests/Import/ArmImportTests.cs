using Parcours.Domain.Facts;

namespace Parcours.Engine.Import;

public sealed class ArmImportTests : IDisposable
{
    private readonly Shop _shop = new();

    [Fact]
    public void Mailing_with_a_control_group_gives_the_draw_of_everyone_and_the_message_of_the_treated()
    {
        const string text = "email,campaign,date,arm,opened\nann@shop.com,Winter,2020-02-01,control,\nbob@shop.com,Winter,2020-02-01,Offer A,2020-02-02\ncat@shop.com,Winter,2020-02-01,Holdout,\n";

        Assert.Equal(new ImportCounts(3, 3, 0, 0, 3, 0, 0), Import(text).Counts);

        Assert.Equal(
            [("ann@shop.com", "Winter", "control"), ("bob@shop.com", "Winter", "Offer A"), ("cat@shop.com", "Winter", "control")],
            _shop.Store.Of(FactKind.Assignment).Select(fact => (_shop.Store.KeyOf(fact), _shop.Store.ItemOf(fact), _shop.Store.Terms[(int)fact.Fact.Value])));
        Assert.Equal("bob@shop.com", _shop.Store.KeyOf(Assert.Single(_shop.Store.Of(FactKind.MessageSent))));
        Assert.Equal("bob@shop.com", _shop.Store.KeyOf(Assert.Single(_shop.Store.Of(FactKind.MessageOpened))));
        Assert.Equal(new ImportCounts(3, 0, 3, 0, 3, 0, 0), Import(text).Counts);
    }

    [Theory]
    [InlineData("groupe", "Témoin", "control")]
    [InlineData("Groupe", "groupe temoin", "control")]
    [InlineData("variante", "B", "B")]
    [InlineData("variant", "Control group", "control")]
    [InlineData("témoin", "oui", "control")]
    [InlineData("témoin", "non", "treated")]
    [InlineData("control", "1", "control")]
    [InlineData("is_control", "0", "treated")]
    [InlineData("treated", "yes", "treated")]
    [InlineData("Traité", "non", "control")]
    [InlineData("holdout", "x", "control")]
    public void Arm_is_read_under_its_usual_headers(string header, string text, string arm)
    {
        ImportOutcome outcome = Import($"client;campagne;date d'envoi;{header}\nC1;Hiver;01/02/2020;{text}\n");

        Assert.Null(outcome.Refusal);
        StoredFact draw = Assert.Single(_shop.Store.Of(FactKind.Assignment));
        Assert.Equal(arm, _shop.Store.Terms[(int)draw.Fact.Value]);
        Assert.Equal(arm == "control" ? 0 : 1, _shop.Store.Of(FactKind.MessageSent).Count());
    }

    [Theory]
    [InlineData("ann@shop.com,Winter,2020-02-01,,", "arm of the draw not readable")]
    [InlineData("ann@shop.com,Winter,2020-02-01,yes,", "arm of the draw not readable: arm = \"yes\"")]
    [InlineData("ann@shop.com,,2020-02-01,control,", "a required value is missing")]
    [InlineData("ann@shop.com,Winter,2020-02-01,control,2020-02-02", "in the control group, yet a message is recorded: opened = \"2020-02-02\"")]
    [InlineData("ann@shop.com,Winter,2020-02-01,control,1", "in the control group, yet a message is recorded: opened = \"1\"")]
    public void Line_whose_draw_cannot_be_believed_is_put_aside_with_its_reason(string line, string reason)
    {
        ImportOutcome outcome = Import("email,campaign,date,arm,opened\n" + line + "\n", force: true);

        Assert.Equal(1, outcome.Counts!.Quarantined);
        Assert.StartsWith(reason, Assert.Single(_shop.Store.Quarantined).Reason, StringComparison.Ordinal);
        Assert.Empty(_shop.Store.Facts);
    }

    [Fact]
    public void Log_of_events_draws_at_the_send_and_never_at_a_reaction()
    {
        const string text = "email,timestamp,event,campaign,arm\nann@shop.com,2020-02-01T10:00:00Z,sent,Winter,A\nann@shop.com,2020-02-01T11:00:00Z,clicked,Winter,A\nbob@shop.com,2020-02-01T10:00:00Z,not sent,Winter,control\nbob@shop.com,2020-02-03T10:00:00Z,unsubscribed,Winter,control\n";

        Assert.Equal(4, Import(text).Counts!.Stored);

        Assert.Equal(["2020-02-01T10:00:00Z", "2020-02-01T10:00:00Z"], _shop.Store.Of(FactKind.Assignment).Select(fact => fact.Fact.At.ToString()));
        Assert.Equal("ann@shop.com", _shop.Store.KeyOf(Assert.Single(_shop.Store.Of(FactKind.MessageSent))));
        Assert.Equal("bob@shop.com", _shop.Store.KeyOf(Assert.Single(_shop.Store.Of(FactKind.OptOut))));
    }

    [Fact]
    public void Json_draw_keeps_its_campaign_and_its_arm()
    {
        const string text =
            """
            {"kind":"assignment","customer":"1","at":"2020-02-01","item":"Winter","value":"Groupe témoin"}
            {"kind":"assignment","customer":"2","at":"2020-02-01","item":"Winter","value":"A"}
            {"kind":"assignment","customer":"3","at":"2020-02-01","value":"A"}
            {"kind":"assignment","customer":"4","at":"2020-02-01","item":"Winter"}
            """;

        ImportOutcome outcome = _shop.Import(text, request => request with { Force = true }, "facts.ndjson");

        Assert.Equal(new ImportCounts(4, 2, 0, 2, 2, 0, 0), outcome.Counts);
        Assert.Equal(["control", "A"], _shop.Store.Of(FactKind.Assignment).Select(fact => _shop.Store.Terms[(int)fact.Fact.Value]));
        Assert.Equal(["a required value is missing: item", "arm of the draw not readable"], _shop.Store.Quarantined.Select(line => line.Reason));
    }

    public void Dispose() => _shop.Dispose();

    private ImportOutcome Import(string text, bool force = false) => _shop.Import(text, request => request with { Kind = "messages", Force = force }, "messages.csv");
}
