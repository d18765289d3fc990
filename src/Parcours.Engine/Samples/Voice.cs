using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>What customers say: surveys, reviews, complaints and their resolution, referrals; and who joins the loyalty programme.</summary>
internal sealed class Voice(Shop shop, FactBuffer facts)
{
    /// <summary>What follows an order that arrived.</summary>
    /// <param name="number">The order's number among the customer's, from 1.</param>
    /// <param name="day">The day it arrived.</param>
    /// <param name="product">The term of its first product.</param>
    public void AfterOrder(in Person person, int number, int day, int product)
    {
        var draw = Draw.Of(shop.Key, ((long)person.Number << 16) + number, Concern.Voice);
        bool displeased = draw.Happens(0.05 * (1.3 - person.Satisfaction));
        if (displeased)
        {
            Complain(ref draw, number, day + draw.Between(1, 6));
        }

        if (number >= 2 && draw.Happens(0.5) && !facts.Has(FactKind.Registration, shop.Terms.Words.Loyalty))
        {
            facts.Add(FactKind.Registration, At(ref draw, day), shop.Terms.Words.Loyalty);
        }

        if (draw.Happens(0.12))
        {
            Survey(ref draw, in person, day + 12, displeased);
        }

        if (draw.Happens(0.035))
        {
            int stars = displeased ? draw.Between(1, 2) : Math.Clamp((int)Math.Round(1.5 + (4 * person.Satisfaction) + (0.6 * draw.Normal())), 1, 5);
            ref ShopFact review = ref facts.Add(FactKind.Review, At(ref draw, day + draw.Between(5, 20)), product, stars, Channel.Web);
            review.Payload = ShopPayload.Review;
            review.Detail = stars;
        }

        if (!displeased && draw.Happens(0.03 * person.Satisfaction * person.Satisfaction))
        {
            facts.Add(FactKind.Referral, At(ref draw, day + draw.Between(3, 40)), 0, 0, Channel.Email);
        }

        if (number >= 4 && !displeased && draw.Happens(0.004))
        {
            facts.Add(FactKind.Testimonial, At(ref draw, day + 30), 0, 0, Channel.Web);
        }
    }

    private Instant At(ref Draw draw, int day) => shop.Clock.At(day, draw.Between(32_400, 75_600));

    private void Complain(ref Draw draw, int number, int day)
    {
        int link = facts.LinkOf(ShopLink.Complaint, number);
        ref ShopFact complaint = ref facts.Add(FactKind.Complaint, At(ref draw, day), 0, 0, Channel.Email);
        complaint.Payload = ShopPayload.Complaint;
        complaint.Detail = draw.Below(SampleTexts.Complaints.Length);
        Tie(ref complaint, link, number);
        if (draw.Happens(0.85))
        {
            Tie(ref facts.Add(FactKind.ComplaintResolved, At(ref draw, day + draw.Between(1, 15)), 0, 0, Channel.Email), link, number);
        }
    }

    private static void Tie(ref ShopFact fact, int link, int number)
    {
        fact.Link = link;
        fact.LinkType = ShopLink.Complaint;
        fact.LinkNumber = (ushort)number;
    }

    private void Survey(ref Draw draw, in Person person, int day, bool displeased)
    {
        ShopWords words = shop.Terms.Words;
        facts.Add(FactKind.MessageSent, shop.Clock.At(day, 36_000), words.SurveyMail, 0, Channel.Email, FactFlags.Transactional);
        if (draw.Happens(0.45))
        {
            double liking = (11 * person.Satisfaction) + 1.2 + (1.2 * draw.Normal()) - (displeased ? 5 : 0);
            int score = Math.Clamp((int)Math.Round(liking), 0, 10);
            Instant at = shop.Clock.At(day + draw.Between(0, 3), draw.Between(36_060, 79_200));
            facts.Add(FactKind.SurveyAnswer, at, words.Nps, score, Channel.Email);
            if (draw.Happens(0.2))
            {
                facts.Add(FactKind.SurveyAnswer, at, words.Csat, 1 + (score / 3) + (score >= 9 ? 1 : 0), Channel.Email);
            }
        }
    }
}
