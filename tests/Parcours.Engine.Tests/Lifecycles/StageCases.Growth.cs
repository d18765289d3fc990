using Parcours.Domain.Facts;

namespace Parcours.Engine.Lifecycles;

internal static partial class StageCases
{
    private static IEnumerable<StageCase> Growth()
    {
        StageCase on(string stage, Story story, string day) => Case("growth", stage, story, day);
        Story baskets(decimal later) => A.Customer().Order("2024-01-10", 10).Order("2024-02-10", later).Order("2024-03-10", later).Order("2024-04-10", later);
        Story plan(decimal difference) => A.Customer().Orders("2024-01-10", "2024-02-10").Did(FactKind.SubscriptionChanged, "2024-03-01", difference);
        return
        [
            on("reactivation", A.Customer().Order("2024-01-10"), "2024-07-08").But("2024-07-07", "retention"),
            // A return ends it.
            on("retention", A.Customer().Orders("2023-01-10", "2024-03-01"), "2024-03-01").But("2024-02-29", "reactivation"),
            on("expansion", A.Customer().Order("2023-02-01", category: "tea").Order("2024-02-10", category: "tea").Order("2024-02-10", category: "cups"), "2024-02-15")
                .But(A.Customer().Order("2023-02-01", category: "tea").Order("2024-02-10", category: "tea"), "2024-02-15", "retention"),
            // Nothing was before: two categories in the first year are a beginning.
            on("retention", A.Customer().Order("2024-01-10", category: "tea").Order("2024-02-10", category: "cups"), "2024-02-15")
                .But(A.Customer().Order("2023-01-10", category: "tea").Order("2024-02-10", category: "tea").Order("2024-02-11", category: "cups"), "2024-02-15", "expansion"),
            on("expansion", baskets(12), "2024-04-10").But(baskets(11.99m), "2024-04-10", "retention"),
            on("expansion", plan(5), "2024-03-01").But(plan(-5), "2024-03-01", "retention"),
            on("activation", A.Customer().Order("2024-01-10"), "2024-04-08").But("2024-04-09", "retention"),
            on("activation", A.Customer().Visit("2024-01-10").Did(FactKind.TrialStarted, "2024-01-11"), "2024-01-11").But("2024-01-10", "acquisition"),
            on("retention", A.Customer().Orders("2024-01-10", "2024-02-10"), "2024-02-10").But("2024-02-09", "activation"),
            on("acquisition", A.Customer().Visit("2024-01-09").Order("2024-01-10"), "2024-01-09").But("2024-01-10", "activation"),
        ];
    }

    private static IEnumerable<StageCase> AwarenessLoyalty()
    {
        StageCase on(string stage, Story story, string day) => Case("awareness-loyalty", stage, story, day);
        Story three(string joined) => A.Customer().Orders("2024-01-10", "2024-02-10", "2024-03-10").Did(FactKind.Registration, "2024-03-15", item: joined);
        return
        [
            on("inactive", A.Customer().Order("2024-01-10"), "2024-07-08").But(A.Customer().Order("2024-01-10").Clicked("2024-06-01"), "2024-07-08", "conversion"),
            on("loyalty", A.Customer().Orders(Monthly), "2024-04-10").But("2024-04-09", "retention"),
            on("loyalty", three("loyalty"), "2024-03-15").But(three("customer_area"), "2024-03-15", "retention"),
            on("loyalty", three("Club fidélité"), "2024-03-15").But("2024-03-14", "retention"),
            on("retention", A.Customer().Orders("2024-01-10", "2024-02-10"), "2024-02-10").But("2024-02-09", "conversion"),
            on("conversion", A.Customer().Visit("2024-01-09").Order("2024-01-10"), "2024-01-10").But("2024-01-09", "engagement"),
            on("engagement", A.Customer().Sent("2024-01-09").Visit("2024-01-10"), "2024-01-10").But("2024-01-09", "awareness"),
            // Who never bought is not inactive, however long ago.
            on("engagement", A.Customer().Visit("2020-01-10"), "2024-01-10").But(A.Customer().Order("2020-01-10"), "2024-01-10", "inactive"),
            on("awareness", A.Customer().OptOut("2024-01-10"), "2024-01-10").But(A.Customer().OptIn("2024-01-10"), "2024-01-10", "engagement"),
        ];
    }

    private static IEnumerable<StageCase> ClmB2C()
    {
        StageCase on(string stage, Story story, string day) => Case("clm-b2c", stage, story, day);
        return
        [
            on("inactive", A.Customer().Visit("2024-01-10"), "2024-07-08").But("2024-07-07", "consideration"),
            on("inactive", A.Customer().Order("2024-01-10"), "2024-07-08").But(A.Customer().Order("2024-01-10").Clicked("2024-06-01"), "2024-07-08", "retention"),
            on("loyalty", A.Customer().Orders(Monthly), "2024-04-10").But("2024-04-09", "retention"),
            on("loyalty", A.Customer().Orders("2024-01-10", "2024-02-10").Referral("2024-02-12"), "2024-02-12")
                .But(A.Customer().Order("2024-01-10").Referral("2024-02-12"), "2024-02-12", "retention"),
            on("retention", A.Customer().Order("2024-01-10"), "2024-01-17").But("2024-01-16", "purchase"),
            on("retention", A.Customer().Order("2024-01-10").Did(FactKind.Delivery, "2024-01-11"), "2024-01-11").But("2024-01-10", "purchase"),
            on("purchase", A.Customer().View("2024-01-09").Order("2024-01-10"), "2024-01-10").But("2024-01-09", "consideration"),
            on("consideration", A.Customer().Sent("2024-01-09").Did(FactKind.Quote, "2024-01-10"), "2024-01-10").But("2024-01-09", "awareness"),
            // Who never acted cannot fall silent.
            on("awareness", A.Customer().Sent("2020-01-10"), "2024-01-10").But(A.Customer().Sent("2020-01-10").Visit("2020-01-11"), "2024-01-10", "inactive"),
        ];
    }

    private static IEnumerable<StageCase> ClmB2B()
    {
        StageCase on(string stage, Story story, string day) => Case("clm-b2b", stage, story, day, []);
        Story signed() => A.Account().Did(FactKind.Contract, "2024-01-01", 5000, link: "c1", until: "2025-01-01");
        Story live() => signed().Did(FactKind.GoLive, "2024-02-01", link: "c1");
        Story renewed() => live().Did(FactKind.SubscriptionRenewed, "2024-12-01", 5000, link: "c1", until: "2026-01-01");
        Story deal() => A.Account().Did(FactKind.DealCreated, "2024-01-10", 5000, link: "d1");
        Story lost() => deal().Did(FactKind.DealStage, "2024-02-01", item: "negotiation", link: "d1").Did(FactKind.DealLost, "2024-03-01", link: "d1");
        Story act(int actor, string date) => A.Account().Did(FactKind.Visit, "2024-01-10", actor: 4).Did(FactKind.Form, date, actor: actor);
        return
        [
            on("ended", live(), "2025-01-01").But("2024-12-31", "retention"),
            on("ended", live(), "2025-01-02").But(live().Did(FactKind.DealCreated, "2024-12-15", 5000, link: "d2").Did(FactKind.Offer, "2024-12-20", 5000, link: "d2"), "2025-01-02", "negotiation"),
            on("partnership", renewed().Did(FactKind.PartnershipAct, "2024-12-10"), "2024-12-10").But("2024-12-09", "retention"),
            // Renewal alone is not partnership; nor is an act without it.
            on("retention", renewed(), "2024-12-10").But(renewed().Did(FactKind.PartnershipAct, "2024-12-10"), "2024-12-10", "partnership"),
            on("retention", live().Did(FactKind.PartnershipAct, "2024-03-10"), "2024-03-10").But("2024-01-31", "negotiation"),
            on("negotiation", signed(), "2024-01-31").But(live(), "2024-02-01", "retention"),
            on("negotiation", deal().Did(FactKind.DealStage, "2024-02-01", item: "offer", link: "d1"), "2024-02-01")
                .But(deal().Did(FactKind.DealStage, "2024-02-01", item: "qualification", link: "d1"), "2024-02-01", "awareness"),
            on("negotiation", deal().Did(FactKind.Offer, "2024-02-01", 5000, link: "d1"), "2024-02-01").But("2024-01-31", "awareness"),
            // A deal lost at negotiation says nothing of the next one.
            on("awareness", lost().Did(FactKind.DealCreated, "2024-06-01", 100, link: "d2"), "2024-06-01")
                .But(lost().Did(FactKind.DealCreated, "2024-06-01", 100, link: "d2").Did(FactKind.DealStage, "2024-06-01", item: "négociation", link: "d2"), "2024-06-01", "negotiation"),
            on("lost-deal", lost(), "2024-03-01").But("2024-02-29", "negotiation"),
            on("lost-deal", lost(), "2024-04-01").But(lost().Did(FactKind.Meeting, "2024-04-01"), "2024-04-01", "evaluation"),
            on("lost-deal", lost(), "2024-04-01").But(lost().Did(FactKind.Visit, "2024-03-02"), "2024-04-01", "awareness"),
            on("evaluation", A.Account().Did(FactKind.Demo, "2024-01-10"), "2024-01-10").But(A.Account().Did(FactKind.EventAttended, "2024-01-10"), "2024-01-10", "awareness"),
            on("evaluation", A.Account().Did(FactKind.ContentDownloaded, "2024-01-10", item: "Étude de cas : un hôtel"), "2024-01-10")
                .But(A.Account().Did(FactKind.ContentDownloaded, "2024-01-10", item: "Guide"), "2024-01-10", "awareness"),
            on("evaluation", act(5, "2024-01-11"), "2024-01-11").But(act(4, "2024-01-11"), "2024-01-11", "awareness"),
            on("awareness", A.Account().Did(FactKind.EventAttended, "2024-01-10"), "2024-01-10").But(A.Account().Did(FactKind.Meeting, "2024-01-10"), "2024-01-10", "evaluation"),
        ];
    }
}
