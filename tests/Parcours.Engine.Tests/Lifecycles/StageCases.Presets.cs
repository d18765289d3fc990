using Parcours.Domain.Facts;

namespace Parcours.Engine.Lifecycles;

internal static partial class StageCases
{
    private static IEnumerable<StageCase> Hubspot()
    {
        StageCase on(string stage, Story story, string day) => Case("hubspot", stage, story, day);
        Story forms(int count)
        {
            Story story = A.Customer().Did(FactKind.Form, "2024-01-01");
            for (int i = 1; i < count; i++)
            {
                story.Visit("2024-01-02T10:0" + i).Did(FactKind.Form, "2024-01-02T11:0" + i);
            }

            return story;
        }

        return
        [
            on("evangelist", A.Customer().Order("2024-01-10").Referral("2024-01-11"), "2024-01-11").But(A.Customer().Referral("2024-01-11"), "2024-01-11", "other"),
            on("customer", A.Customer().Did(FactKind.DealCreated, "2024-01-09", link: "d").Did(FactKind.DealWon, "2024-01-10", link: "d"), "2024-01-10").But("2024-01-09", "opportunity"),
            // Forward only: a deal lost is an opportunity still.
            on("opportunity", A.Customer().Did(FactKind.DealCreated, "2024-01-09", link: "d").Did(FactKind.DealLost, "2024-01-10", link: "d"), "2024-01-10")
                .But(A.Customer().Did(FactKind.Meeting, "2024-01-09"), "2024-01-10", "sales-qualified-lead"),
            on("sales-qualified-lead", A.Customer().Did(FactKind.Form, "2024-01-09").Did(FactKind.StageSet, "2024-01-10", item: "sales-qualified-lead"), "2024-01-10").But("2024-01-09", "lead"),
            on("marketing-qualified-lead", A.Customer().Did(FactKind.Quote, "2024-01-10"), "2024-01-10").But(A.Customer().Did(FactKind.Form, "2024-01-10"), "2024-01-10", "lead"),
            on("marketing-qualified-lead", forms(3), "2024-01-02").But(forms(2), "2024-01-02", "lead"),
            on("lead", A.Customer().OptIn("2024-01-09").Did(FactKind.Registration, "2024-01-10"), "2024-01-10").But("2024-01-09", "subscriber"),
            on("subscriber", A.Customer().Visit("2024-01-09").OptIn("2024-01-10"), "2024-01-10").But("2024-01-09", "other"),
            on("other", A.Customer().Visit("2024-01-10"), "2024-01-10").But(A.Customer().OptIn("2024-01-10"), "2024-01-10", "subscriber"),
        ];
    }

    private static IEnumerable<StageCase> Omnisend()
    {
        // Fewer than 100 came back among the peers, so the cuts are 40, 90 and 180 days; their average basket is 50.
        StageCase on(string stage, Story story, string day) => Case("omnisend", stage, story, day, Peers.Pairs);
        Story one(decimal amount = 30) => A.Customer().Order("2024-05-01", amount);
        Story three(decimal amount = 30) => A.Customer().Order("2024-03-01", amount).Order("2024-04-01", amount).Order("2024-05-01", amount);
        return
        [
            on("about-to-lose", one(), "2024-10-28").But("2024-10-27", "at-risk"),
            on("cannot-lose", one(90), "2024-07-30").But("2024-07-29", "high-potential"),
            on("cannot-lose", three(), "2024-07-30").But(one(), "2024-07-30", "at-risk"),
            on("at-risk", one(), "2024-07-30").But("2024-07-29", "need-nurturing"),
            on("high-potential", three(), "2024-06-10").But("2024-06-09", "loyalists"),
            on("need-nurturing", one(), "2024-06-10").But("2024-06-09", "recent-customers"),
            on("champions", three(90), "2024-05-01").But(three(), "2024-05-01", "loyalists"),
            on("loyalists", A.Customer().Order("2024-04-01").Order("2024-05-01"), "2024-05-01").But("2024-04-30", "recent-customers"),
            on("recent-customers", A.Customer().Visit("2024-04-30").Order("2024-05-01"), "2024-05-01").But("2024-04-30", "no-order"),
            on("no-order", A.Customer().Visit("2024-05-01"), "2024-05-01").But(one(), "2024-05-01", "recent-customers"),
        ];
    }

    private static IEnumerable<StageCase> ShopifyRfm()
    {
        StageCase on(string stage, Story story) => Case("shopify-rfm", stage, story, "2024-06-15", Peers.Spread);
        StageCase between(string stage, (int R, int F, int M) inside, (int R, int F, int M) near, string other) =>
            on(stage, Peers.Ranked(inside.R, inside.F, inside.M)).But(Peers.Ranked(near.R, near.F, near.M), "2024-06-15", other);
        return
        [
            on("prospects", A.Customer().Visit("2024-06-14")).But(A.Customer().Order("2024-06-14"), "2024-06-15", "new"),
            between("champions", (5, 4, 4), (5, 4, 3), "active"),
            between("loyal", (4, 4, 4), (2, 4, 4), "previously-loyal"),
            between("loyal", (3, 5, 5), (3, 4, 3), "needs-attention"),
            between("active", (4, 3, 2), (4, 2, 2), "promising"),
            between("new", (5, 1, 2), (4, 1, 2), "promising"),
            between("promising", (4, 2, 2), (3, 2, 2), "needs-attention"),
            between("needs-attention", (3, 1, 1), (2, 1, 1), "almost-lost"),
            between("previously-loyal", (1, 5, 3), (1, 5, 2), "at-risk"),
            between("at-risk", (1, 3, 2), (1, 2, 2), "dormant"),
            between("almost-lost", (2, 2, 2), (1, 2, 2), "dormant"),
            between("dormant", (1, 1, 1), (2, 1, 1), "almost-lost"),
        ];
    }

    private static IEnumerable<StageCase> KlaviyoRfm()
    {
        StageCase on(string stage, Story story) => Case("klaviyo-rfm", stage, story, "2024-06-15", Peers.Spread);

        // Groups of five stand for thirds here: 1 the first, 3 the second, 5 the last.
        StageCase between(string stage, (int R, int F, int M) inside, (int R, int F, int M) near, string other) =>
            on(stage, Peers.Ranked(inside.R, inside.F, inside.M)).But(Peers.Ranked(near.R, near.F, near.M), "2024-06-15", other);
        return
        [
            between("champions", (5, 5, 5), (5, 5, 3), "loyal"),
            between("loyal", (3, 3, 1), (3, 1, 1), "needs-attention"),
            between("recent", (5, 1, 5), (5, 3, 5), "loyal"),
            between("needs-attention", (3, 1, 5), (5, 1, 5), "recent"),
            between("at-risk", (1, 3, 1), (1, 1, 1), "inactive"),
            between("at-risk", (1, 1, 3), (3, 1, 3), "needs-attention"),
            between("inactive", (1, 1, 1), (1, 1, 3), "at-risk"),
            on("no-order", A.Customer().Visit("2024-06-14")).But(A.Customer().Order("2024-06-14"), "2024-06-15", "recent"),
        ];
    }

    private static IEnumerable<StageCase> PosthogLifecycle()
    {
        // 2024-01-08, 2024-01-15 and so on are Mondays.
        StageCase on(string stage, Story story, string day) => Case("posthog-lifecycle", stage, story, day, []);
        return
        [
            on("new", A.Customer().Sent("2024-01-02").Visit("2024-01-10"), "2024-01-14").But("2024-01-15", "dormant"),
            on("resurrecting", A.Customer().Visit("2024-01-10").Visit("2024-01-24"), "2024-01-24").But("2024-01-23", "absent"),
            on("returning", A.Customer().Visit("2024-01-10").Visit("2024-01-15"), "2024-01-21").But("2024-01-22", "dormant"),
            on("dormant", A.Customer().Visit("2024-01-10"), "2024-01-21").But("2024-01-22", "absent"),
            on("absent", A.Customer().Sent("2024-01-10"), "2024-01-10").But(A.Customer().Clicked("2024-01-10"), "2024-01-10", "new"),
        ];
    }

    private static IEnumerable<StageCase> Rfm10()
    {
        StageCase on(string stage, Story story) => Case("rfm-10", stage, story, "2024-06-15", Peers.Spread);
        StageCase between(string stage, int r, int f, int nearR, int nearF, string other) =>
            on(stage, Peers.Ranked(r, f, 3)).But(Peers.Ranked(nearR, nearF, 3), "2024-06-15", other);
        return
        [
            between("hibernating", 2, 2, 3, 2, "about-to-sleep"),
            between("at-risk", 2, 3, 2, 2, "hibernating"),
            between("cannot-lose", 2, 5, 2, 4, "at-risk"),
            between("about-to-sleep", 3, 2, 3, 3, "need-attention"),
            between("need-attention", 3, 3, 3, 4, "loyal"),
            between("loyal", 4, 5, 5, 5, "champions"),
            between("promising", 4, 1, 5, 1, "new"),
            between("new", 5, 1, 5, 2, "potential-loyalists"),
            between("potential-loyalists", 4, 3, 4, 4, "loyal"),
            between("champions", 5, 4, 5, 3, "potential-loyalists"),
            on("no-order", A.Customer().Visit("2024-06-14")).But(A.Customer().Order("2024-06-14"), "2024-06-15", "new"),
        ];
    }

    private static IEnumerable<StageCase> Drip()
    {
        Story story = A.Customer().Visit("2024-01-09").Orders("2024-01-10", "2024-02-10");
        return
        [
            Case("drip", "repeat", story, "2024-02-10").But("2024-02-09", "one-order"),
            Case("drip", "one-order", story, "2024-01-10").But("2024-01-09", "no-order"),
            Case("drip", "no-order", story, "2024-01-09").But("2024-01-10", "one-order"),
        ];
    }

    private static IEnumerable<StageCase> Lifesight()
    {
        // The peers bought twice, 60 days apart: three average gaps are 180 days, four times their orders about nine.
        StageCase on(string stage, Story story, string day) => Case("lifesight", stage, story, day, Peers.Pairs);
        Story buys(int orders)
        {
            Story story = A.Customer();
            for (int i = orders - 1; i >= 0; i--)
            {
                story.Order(Peers.Date("2024-08-01", -60 * i));
            }

            return story;
        }

        return
        [
            on("no-order", A.Customer().Visit("2024-05-01"), "2024-05-01").But(A.Customer().Order("2024-05-01"), "2024-05-01", "new"),
            on("at-risk-champion", buys(10), "2025-01-28").But("2025-01-27", "champion"),
            on("at-risk-loyal", buys(8), "2025-01-28").But("2025-01-27", "loyal"),
            on("at-risk", buys(2), "2025-01-28").But("2025-01-27", "returning"),
            on("new", buys(1), "2024-08-30").But("2024-08-31", "returning"),
            on("champion", buys(10), "2024-09-10").But(buys(8), "2024-09-10", "loyal"),
            on("loyal", buys(8), "2024-09-10").But(buys(6), "2024-09-10", "returning"),
            on("returning", buys(2), "2024-08-02").But(buys(1), "2024-08-02", "new"),
        ];
    }
}
