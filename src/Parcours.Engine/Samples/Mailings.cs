using Parcours.Domain.Facts;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>Permissions, the campaigns sent to those who gave them, and what became of each message.</summary>
internal sealed class Mailings(Shop shop, FactBuffer facts, Visits visits)
{
    private const double Targeted = 0.21;

    /// <summary>Draws what a customer agreed to and received.</summary>
    public void Live(in Person person)
    {
        var draw = Draw.Of(shop.Key, person.Number, Concern.Mail);
        int day = (int)person.Arrival;
        int second = ShopHours.SecondOf(person.Arrival - day) + 400;
        bool email = Asked(ref draw, Channel.Email, 0.66, day, second);
        bool sms = Asked(ref draw, Channel.Sms, 0.18, day, second);
        IReadOnlyList<ShopCampaign> campaigns = shop.Terms.Campaigns;
        for (int i = 0; i < campaigns.Count && (email || sms); i++)
        {
            ShopCampaign campaign = campaigns[i];
            bool byMail = campaign.Channel == Channel.Email;
            if (campaign.Day > day && (byMail ? email : sms) && draw.Happens(Targeted) && !Send(ref draw, in person, campaign, shop.Terms.CampaignTerms[i]))
            {
                email &= !byMail;
                sms &= byMail;
            }
        }
    }

    private bool Asked(ref Draw draw, Channel channel, double share, int day, int second)
    {
        bool agreed = draw.Happens(share);
        if (agreed)
        {
            facts.Add(FactKind.OptIn, shop.Clock.At(day, second), shop.Terms.Words.Marketing, 0, channel);
        }

        return agreed;
    }

    /// <summary>Sends one message; false when it was the last of its channel (bounced or unsubscribed).</summary>
    private bool Send(ref Draw draw, in Person person, ShopCampaign campaign, int term)
    {
        int second = 34_200 + draw.Below(1_800);
        int day = campaign.Day;
        facts.Add(FactKind.MessageSent, shop.Clock.At(day, second), term, 0, campaign.Channel);
        if (draw.Happens(0.012))
        {
            facts.Add(FactKind.MessageBounced, shop.Clock.At(day, second + 20), term, 0, campaign.Channel);
            return false;
        }

        if (draw.Happens(0.01))
        {
            facts.Add(FactKind.MessageClicked, shop.Clock.At(day, second + 3), term, 0, campaign.Channel, FactFlags.Automated);
        }

        bool cares = day < person.Death;
        int read = second + (int)Math.Min(draw.Exponential(9_000), 40_000);
        if (campaign.Channel == Channel.Email)
        {
            if (!draw.Happens(cares ? 0.38 : 0.12))
            {
                return !draw.Happens(0.002);
            }

            facts.Add(FactKind.MessageOpened, shop.Clock.At(day, read), term, 0, campaign.Channel);
        }

        if (cares && draw.Happens(0.22))
        {
            facts.Add(FactKind.MessageClicked, shop.Clock.At(day, read + 25), term, 0, campaign.Channel);
            visits.FromMessage(ref draw, in person, day, read + 30, campaign.Category);
        }

        if (draw.Happens(cares ? 0.012 : 0.06))
        {
            facts.Add(FactKind.OptOut, shop.Clock.At(day, read + 60), shop.Terms.Words.Marketing, 0, campaign.Channel);
            return false;
        }

        return true;
    }
}
