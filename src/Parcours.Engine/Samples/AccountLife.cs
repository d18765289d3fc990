using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>
/// Draws the accounts: companies that buy business gifts by contract. Each hears of the shop, meets it, opens a deal, wins or loses it,
/// and lives its contract: go-live, reviews, commitments, renewals, partnership. Stakeholders act. One thread's.
/// </summary>
internal sealed class AccountLife(Shop shop, FactBuffer facts)
{
    private const int DaysInYear = 365;

    private int _stakeholders;
    private int _deals;

    /// <summary>Fills the buffer with an account's facts, in the order of facts.</summary>
    /// <param name="block">Its block; it is the only account of it.</param>
    public void Live(int block)
    {
        facts.Begin(-1 - block);
        _deals = 0;
        _stakeholders = Math.Min(Block.StakeholdersOf(shop, block), Block.CustomersIn(shop, block));
        var draw = Draw.Of(shop.Key, block, Concern.Account);
        int day = (int)(draw.Unit() * shop.Clock.Days * 0.9);
        Meet(ref draw, ref day);
        if (draw.Happens(0.75))
        {
            Deal(ref draw, day);
        }

        facts.Sort();
    }

    private Instant At(ref Draw draw, int day)
    {
        // Offices are closed on Saturdays and Sundays.
        int fromMonday = (int)(((uint)(shop.Clock.FirstDay + day) + 3) % 7);
        return shop.Clock.At(fromMonday > 4 ? day + 7 - fromMonday : day, draw.Between(32_400, 63_000));
    }

    private ref ShopFact Act(ref Draw draw, FactKind kind, int day, int item = 0, Channel channel = Channel.None)
    {
        int actor = draw.Below(_stakeholders);
        ref ShopFact fact = ref facts.Add(kind, At(ref draw, day), item, 0, channel);
        fact.Actor = actor;
        return ref fact;
    }

    private void Meet(ref Draw draw, ref int day)
    {
        ShopTerms terms = shop.Terms;
        Instant at = shop.Clock.At(day, 32_400);
        facts.Add(FactKind.AttributeChanged, at, terms.Words.Sector, terms.Sectors[draw.Below(terms.Sectors.Length)]).Payload = ShopPayload.Company;
        facts.Add(FactKind.AttributeChanged, at, terms.Words.Size, terms.Sizes[draw.Below(terms.Sizes.Length)]);
        facts.Add(FactKind.AttributeChanged, at, terms.Words.Country, terms.Countries[0]);
        Act(ref draw, FactKind.EventAttended, day, terms.Fairs[draw.Below(terms.Fairs.Length)]);
        for (int i = draw.Between(0, 3); i > 0; i--)
        {
            day += draw.Between(3, 25);
            Act(ref draw, FactKind.ContentDownloaded, day, draw.Happens(0.5) ? terms.Words.Guide : terms.Words.CaseStudy, Channel.Web);
        }

        if (draw.Happens(0.5))
        {
            day += draw.Between(1, 10);
            Act(ref draw, FactKind.Form, day, terms.Words.ContactForm, Channel.Web);
        }

        day += draw.Between(4, 20);
        Act(ref draw, FactKind.Call, day, 0, Channel.Phone);
    }

    private void Deal(ref Draw draw, int day)
    {
        ShopWords words = shop.Terms.Words;
        int deal = ++_deals;
        long amount = 50_000L * draw.Between(6, 120);
        day += draw.Between(3, 20);
        Act(ref draw, FactKind.Meeting, day, 0, Channel.Sales);
        if (draw.Happens(0.7))
        {
            Act(ref draw, FactKind.Demo, day + draw.Between(3, 9), 0, Channel.Sales);
        }

        day += draw.Between(10, 20);
        Tie(ref Money(ref draw, FactKind.DealCreated, day, amount), ShopLink.Deal, deal);
        Tie(ref Act(ref draw, FactKind.DealStage, day + 1, words.Qualification), ShopLink.Deal, deal);
        day += draw.Between(10, 30);
        Tie(ref Money(ref draw, FactKind.Offer, day, amount), ShopLink.Deal, deal);
        Tie(ref Act(ref draw, FactKind.DealStage, day + 1, words.Offer), ShopLink.Deal, deal);
        day += draw.Between(8, 30);
        if (draw.Happens(0.7))
        {
            Tie(ref Act(ref draw, FactKind.DealStage, day, words.Negotiation), ShopLink.Deal, deal);
            day += draw.Between(6, 25);
        }

        bool won = draw.Happens(deal == 1 ? 0.5 : 0.4);
        Tie(ref Money(ref draw, won ? FactKind.DealWon : FactKind.DealLost, day, amount), ShopLink.Deal, deal);
        if (won)
        {
            Contract(ref draw, day + draw.Between(4, 12), deal, amount);
        }
        else if (draw.Happens(0.4))
        {
            Deal(ref draw, day + draw.Between(120, 300));
        }
    }

    private void Contract(ref Draw draw, int signed, int number, long amount)
    {
        int end = signed + DaysInYear;
        ref ShopFact contract = ref Money(ref draw, FactKind.Contract, signed, amount);
        contract.Until = shop.Clock.At(end, 0);
        Tie(ref contract, ShopLink.Contract, number);
        int live = signed + draw.Between(20, 60);
        Tie(ref Act(ref draw, FactKind.GoLive, live), ShopLink.Contract, number);
        bool partner = draw.Happens(0.35);
        for (int year = 1; signed < shop.Clock.Days; year++)
        {
            Year(ref draw, year == 1 ? live : signed, end, year, partner);
            if (!draw.Happens(0.78))
            {
                Tie(ref Act(ref draw, FactKind.SubscriptionEnded, end), ShopLink.Contract, number);
                return;
            }

            // Renewed some weeks before it would end.
            int renewed = end - draw.Between(10, 45);
            ref ShopFact renewal = ref Money(ref draw, FactKind.SubscriptionRenewed, renewed, amount);
            signed = end;
            end += DaysInYear;
            renewal.Until = shop.Clock.At(end, 0);
            Tie(ref renewal, ShopLink.Contract, number);
        }
    }

    private void Year(ref Draw draw, int from, int to, int year, bool partner)
    {
        ShopWords words = shop.Terms.Words;
        for (int day = from + draw.Between(60, 100); day < to - 30; day += draw.Between(85, 110))
        {
            Act(ref draw, FactKind.AccountReview, day, 0, Channel.Sales);
            if (draw.Happens(0.4))
            {
                int item = words.Commitments[draw.Below(words.Commitments.Length)];
                int due = day + draw.Between(20, 60);
                Act(ref draw, FactKind.CommitmentMade, day + 1, item).Until = shop.Clock.At(due, 64_800);
                if (draw.Happens(0.8))
                {
                    Act(ref draw, FactKind.CommitmentMet, due - draw.Between(3, 15), item);
                }
            }
        }

        if (partner && year > 1)
        {
            Act(ref draw, FactKind.PartnershipAct, from + draw.Between(20, 250), words.PartnershipActs[draw.Below(words.PartnershipActs.Length)]);
        }

        if (draw.Happens(0.5))
        {
            int score = draw.Between(4, 10);
            facts.Add(FactKind.SurveyAnswer, At(ref draw, from + draw.Between(100, 300)), words.Nps, score, Channel.Email).Actor = draw.Below(_stakeholders);
        }
    }

    private ref ShopFact Money(ref Draw draw, FactKind kind, int day, long amount)
    {
        int actor = draw.Below(_stakeholders);
        ref ShopFact fact = ref facts.AddMoney(kind, At(ref draw, day), amount, 0, Channel.Sales);
        fact.Actor = actor;
        return ref fact;
    }

    private void Tie(ref ShopFact fact, ShopLink type, int number)
    {
        fact.Link = facts.LinkOf(type, number);
        fact.LinkType = type;
        fact.LinkNumber = (ushort)number;
    }
}
