using Parcours.Domain.Facts;

namespace Parcours.Engine.Lifecycles;

internal static partial class StageCases
{
    private static string[] Monthly => ["2024-01-10", "2024-02-10", "2024-03-10", "2024-04-10"];

    private static IEnumerable<StageCase> Relation()
    {
        StageCase on(string stage, Story story, string day) => Case("relation", stage, story, day);
        Story rich = A.Customer().Order("2024-01-10", 900).Order("2024-02-10", 900).Order("2024-03-10", 900);
        return
        [
            on("former", A.Customer().Order("2020-01-10"), "2023-01-10").But("2023-01-09", "lapsing"),
            on("former", A.Customer().Order("2020-01-10").Visit("2020-03-01"), "2023-03-01").But("2023-02-28", "lapsing"),
            on("lapsing", A.Customer().Order("2024-01-10"), "2024-07-08").But("2024-07-07", "new"),
            on("ambassador", A.Customer().Order("2024-01-10", 900).Order("2024-02-10", 900).Order("2024-03-10", 900).Order("2024-04-10", 900), "2024-05-15")
                .But(rich, "2024-05-15", "loyal"),
            on("ambassador", A.Customer().Orders(Monthly).Referral("2024-04-20"), "2024-05-15").But(A.Customer().Orders(Monthly), "2024-05-15", "loyal"),
            on("ambassador", A.Customer().Orders(Monthly).Review("2024-04-20", 4), "2024-05-15")
                .But(A.Customer().Orders(Monthly).Review("2024-04-20", 3), "2024-05-15", "loyal"),
            // Three orders in three days and one five months later are no regularity.
            on("loyal", A.Customer().Orders("2023-11-01", "2023-11-02", "2023-11-03", "2024-04-10").Referral("2024-04-20"), "2024-05-15")
                .But(A.Customer().Orders(Monthly).Referral("2024-04-20"), "2024-05-15", "ambassador"),
            on("loyal", A.Customer().Orders("2024-01-10", "2024-02-10"), "2024-02-10").But("2024-02-09", "new"),
            on("new", A.Customer().Visit("2024-01-02").Order("2024-01-10", 30, "o1"), "2024-01-10")
                .But(A.Customer().Visit("2024-01-02").Order("2024-01-10", 30, "o1").Refund("2024-01-10", 30, "o1"), "2024-01-10", "prospect"),
            on("prospect", A.Customer().Did(FactKind.Registration, "2024-01-10"), "2024-01-10").But(A.Customer().Sent("2024-01-10"), "2024-01-10", "unknown"),
            on("prospect", A.Customer().Sent("2024-01-09").Clicked("2024-01-10"), "2024-01-10").But("2024-01-09", "unknown"),
            on("unknown", A.Customer().Clicked("2024-01-10", FactFlags.Automated), "2024-01-10").But(A.Customer().Clicked("2024-01-10"), "2024-01-10", "prospect"),
        ];
    }

    private static IEnumerable<StageCase> CrmSegments()
    {
        StageCase on(string stage, Story story, string day) => Case("crm-segments", stage, story, day);
        StageCase aimed(string stage, Story story, string day) => on(stage, story, day) with { Target = "attribute(country) = 'FR'" };
        Story from(string country) => A.Customer().Did(FactKind.AttributeChanged, "2024-01-10", item: "country", category: country);
        return
        [
            on("lost", A.Customer().Order("2023-01-10"), "2024-01-10").But("2024-01-09", "inactive"),
            on("lost", A.Customer().Order("2023-01-10").Sent("2023-05-01"), "2024-01-10")
                .But(A.Customer().Order("2023-01-10").Sent("2023-05-01").Clicked("2023-12-01"), "2024-01-10", "inactive"),
            // Solicited before the order only: nothing was asked since, so nothing was left unanswered.
            on("inactive", A.Customer().Sent("2022-12-01").Order("2023-01-10"), "2024-01-10").But(A.Customer().Order("2023-01-10"), "2024-01-10", "lost"),
            // A message about an order is no solicitation.
            on("lost", A.Customer().Sent("2023-01-11", FactFlags.Transactional).Order("2023-01-10"), "2024-01-10").But("2024-01-09", "inactive"),
            on("lost", A.Customer().Order("2024-01-10").OptOut("2024-02-01"), "2024-07-08").But("2024-07-07", "new"),
            // Someone who bought yesterday and unsubscribed is not lost.
            on("active", A.Customer().Orders("2024-01-10", "2024-02-10").OptOut("2024-02-11"), "2024-02-11")
                .But(A.Customer().Order("2024-02-10").OptOut("2024-02-11"), "2024-02-11", "new"),
            // Unsubscribed from one channel and followed on another: still reachable.
            on("inactive", A.Customer().Order("2024-01-10").OptOut("2024-02-01").Did(FactKind.Follow, "2024-02-02"), "2024-07-08")
                .But(A.Customer().Order("2024-01-10").OptOut("2024-02-01").Did(FactKind.Follow, "2024-02-02").Did(FactKind.Unfollow, "2024-02-03"), "2024-07-08", "lost"),
            on("inactive", A.Customer().Orders("2023-12-10", "2024-01-10"), "2024-07-08").But("2024-07-07", "active"),
            on("active", A.Customer().Order("2024-01-10").Order("2024-02-10", 30, "o2"), "2024-02-20")
                .But(A.Customer().Order("2024-01-10").Order("2024-02-10", 30, "o2").Refund("2024-02-15", 30, "o2"), "2024-02-20", "new"),
            on("new", A.Customer().View("2024-01-09").Order("2024-01-10"), "2024-01-10").But("2024-01-09", "prospect"),
            on("prospect", A.Customer().Did(FactKind.Quote, "2024-01-10"), "2024-01-10").But(A.Customer().Visit("2024-01-10"), "2024-01-10", "suspect"),
            on("prospect", A.Customer().Did(FactKind.Visit, "2024-01-10", item: "tea page", category: "tea"), "2024-01-10")
                .But(A.Customer().Did(FactKind.Visit, "2024-01-10", item: "home page"), "2024-01-10", "suspect"),
            on("suspect", A.Customer().Sent("2024-01-10"), "2024-01-10").But(A.Customer().View("2024-01-10"), "2024-01-10", "prospect"),
            aimed("suspect", from("FR"), "2024-01-10").But(from("BE"), "2024-01-10", "off-target"),
            aimed("off-target", from("BE"), "2024-01-10").But(from("FR"), "2024-01-10", "suspect"),
        ];
    }

    private static IEnumerable<StageCase> Journey()
    {
        StageCase on(string stage, Story story, string day) => Case("journey", stage, story, day);
        Story subscribed() => A.Customer().Order("2024-01-10").Did(FactKind.SubscriptionStarted, "2024-01-10", 10, link: "s1");
        Story twice() => A.Customer().Orders("2024-01-10", "2024-02-10");
        return
        [
            on("departure", subscribed().Did(FactKind.SubscriptionCancelled, "2024-03-01", link: "s1"), "2024-03-01").But("2024-02-29", "use"),
            on("departure", subscribed().Did(FactKind.SubscriptionCancelled, "2024-03-01", link: "s1"), "2024-03-01")
                .But(subscribed().Did(FactKind.SubscriptionStarted, "2024-02-01", 10, link: "s2").Did(FactKind.SubscriptionCancelled, "2024-03-01", link: "s1"), "2024-03-01", "use"),
            // Cancelled for the end of the paid time: it runs until then.
            on("departure", subscribed().Did(FactKind.SubscriptionCancelled, "2024-03-01", link: "s1", until: "2024-03-31"), "2024-03-31").But("2024-03-30", "use"),
            on("departure", A.Customer().Order("2024-01-10").Visit("2024-06-01").OptOut("2024-02-01"), "2024-07-08").But("2024-07-07", "use"),
            // A newsletter opt-out by an active buyer is no departure.
            on("loyalty", twice().OptOut("2024-02-11"), "2024-02-12").But(A.Customer().OptOut("2024-02-11"), "2024-02-12", "departure"),
            on("departure", A.Customer().Order("2024-01-10"), "2024-07-08").But(A.Customer().Order("2024-01-10").Visit("2024-06-01"), "2024-07-08", "use"),
            on("loyalty", twice(), "2024-02-10").But("2024-02-09", "use"),
            on("loyalty", twice().Nps("2024-02-12", 7), "2024-02-12").But(twice().Nps("2024-02-12", 6), "2024-02-12", "use"),
            on("loyalty", twice().Nps("2024-02-12", 3).Nps("2024-02-13", 9), "2024-02-13").But("2024-02-12", "use"),
            on("loyalty", twice().Csat("2024-02-12", 3), "2024-02-12").But(twice().Csat("2024-02-12", 2), "2024-02-12", "use"),
            on("loyalty", twice().Did(FactKind.Complaint, "2024-02-12", link: "k").Did(FactKind.ComplaintResolved, "2024-02-20", link: "k"), "2024-02-20").But("2024-02-19", "use"),
            on("use", A.Customer().Order("2024-01-10"), "2024-01-17").But("2024-01-16", "purchase"),
            on("use", A.Customer().Order("2024-01-10").Did(FactKind.Delivery, "2024-01-12"), "2024-01-12").But("2024-01-11", "purchase"),
            on("use", A.Customer().Order("2024-01-10").Did(FactKind.ProductUse, "2024-01-10"), "2024-01-10").But(A.Customer().Order("2024-01-10"), "2024-01-10", "purchase"),
            on("purchase", A.Customer().Did(FactKind.Cart, "2024-01-09").Order("2024-01-10"), "2024-01-10").But("2024-01-09", "evaluation"),
            on("evaluation", A.Customer().View("2024-01-10"), "2024-01-10").But(A.Customer().Visit("2024-01-10"), "2024-01-10", "discovery"),
            on("evaluation", A.Customer().Did(FactKind.ContentDownloaded, "2024-01-10", item: "Customer Reviews 2024"), "2024-01-10")
                .But(A.Customer().Did(FactKind.ContentDownloaded, "2024-01-10", item: "Catalogue"), "2024-01-10", "discovery"),
            on("discovery", A.Customer().Visit("2024-01-10"), "2024-01-10").But(A.Customer().Did(FactKind.Demo, "2024-01-10"), "2024-01-10", "evaluation"),
        ];
    }

    private static IEnumerable<StageCase> Marketing()
    {
        StageCase on(string stage, Story story, string day) => Case("marketing", stage, story, day);
        Story twice() => A.Customer().Orders("2024-01-10", "2024-02-10");
        return
        [
            on("inactive", A.Customer().Order("2024-01-10"), "2024-07-08").But(A.Customer().Order("2024-01-10").Visit("2024-06-01"), "2024-07-08", "retention"),
            on("advocacy", twice().Review("2024-02-20", 4), "2024-02-20").But(twice().Review("2024-02-20", 3), "2024-02-20", "retention"),
            on("advocacy", twice().Nps("2024-02-20", 9), "2024-02-20").But(twice().Nps("2024-02-20", 9).Nps("2024-02-21", 8), "2024-02-21", "retention"),
            on("advocacy", twice().Did(FactKind.Testimonial, "2024-02-20"), "2024-02-20").But(twice(), "2024-02-20", "retention"),
            on("advocacy", twice().Referral("2024-02-20"), "2024-02-20").But(A.Customer().Order("2024-01-10").Referral("2024-02-20"), "2024-02-20", "retention"),
            on("retention", A.Customer().Visit("2024-01-09").Order("2024-01-10"), "2024-01-10").But("2024-01-09", "conversion"),
            on("conversion", A.Customer().Did(FactKind.TrialStarted, "2024-01-10", link: "t", until: "2024-01-24"), "2024-01-23").But("2024-01-24", "acquisition"),
            on("conversion", A.Customer().Sent("2024-01-10").Visit("2024-01-11"), "2024-01-11").But("2024-01-10", "acquisition"),
            on("acquisition", A.Customer().Sent("2024-01-10").Did(FactKind.MessageOpened, "2024-01-10"), "2024-01-10").But(A.Customer().Clicked("2024-01-10"), "2024-01-10", "conversion"),
        ];
    }
}
