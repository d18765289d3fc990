using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>
/// Mailings to lapsed customers, each with a control arm and a known true uplift. Orders come first, drawn as if everybody were like everybody; the arm is then drawn given whether an order came, by
/// Bayes' rule. The two together have the law of a shop that draws the arm by lot and where the mailing then brings orders, and orders alone keep theirs: the truth of the purchase model stays exact, and
/// so do the orders of every seed.
/// </summary>
internal sealed class WinBackMailings(Shop shop, FactBuffer facts)
{
    /// <summary>No order for this many days, the day of the draw not counted.</summary>
    public const int LapsedDays = 181;

    private const int DrawSecond = 23_400; // before the shop opens: an order of the day comes after the draw
    private const int SendSecond = 34_200;

    /// <summary>Draws a buyer's win-back mailings; the orders are in the buffer.</summary>
    public void Live(in Person person)
    {
        if (shop.Options.OrdersOnly)
        {
            return;
        }

        var draw = Draw.Of(shop.Key, person.Number, Concern.WinBack);
        IReadOnlyList<ShopCampaign> campaigns = shop.Terms.WinBacks;
        for (int i = 0; i < campaigns.Count; i++)
        {
            int day = campaigns[i].Day;
            if (person.FirstOrder < day && IsLapsed(day, out bool returns))
            {
                bool treated = draw.Happens(TreatedShare(in person, day, returns));
                int term = shop.Terms.WinBackTerms[i];
                facts.Add(FactKind.Assignment, shop.Clock.At(day, DrawSecond), term, shop.Terms.Arms[treated ? 1 : 0], campaigns[i].Channel);
                Send(ref draw, in person, treated, day, term, campaigns[i].Channel);
            }
        }
    }

    /// <summary>The probability of an order within the days that a mailing acts, known of a buyer who lapsed by its day: over both arms.</summary>
    public double Probability(in Person person, int day)
    {
        double end = Math.Min(Math.Min(person.Death, day + shop.Truth.WinBackDays), shop.Clock.Days);
        return end <= day ? 0 : 1 - Math.Exp(-(shop.Clock.SeasonAt(end) - shop.Clock.SeasonAt(day)) / person.MeanGap);
    }

    private double TreatedShare(in Person person, int day, bool returns)
    {
        double share = shop.Truth.WinBackTreatedShare;
        double probability = Probability(in person, day);
        double moved = shop.Truth.WinBackUplift(probability) * share * (1 - share);
        return returns ? share + (moved / probability) : share - (moved / (1 - probability));
    }

    /// <summary>Whether a mail may be sent and no order came for long; and whether one comes in the days that follow.</summary>
    private bool IsLapsed(int day, out bool returns)
    {
        Instant drawn = shop.Clock.At(day, DrawSecond);
        Instant quiet = shop.Clock.At(Math.Max(0, day - LapsedDays), DrawSecond);
        Instant closes = shop.Clock.At(day + shop.Truth.WinBackDays, DrawSecond);
        bool ordered = false;
        bool recent = false;
        bool agreed = false;
        bool gone = false;
        returns = false;
        foreach (ref readonly ShopFact fact in facts.Facts)
        {
            Instant at = fact.Fact.At;
            bool mail = fact.Fact.Channel == Channel.Email && at < drawn;
            switch (fact.Fact.Kind)
            {
                case FactKind.Order:
                    ordered |= at < quiet;
                    recent |= at >= quiet && at < drawn;
                    returns |= at >= drawn && at < closes;
                    break;
                case FactKind.OptIn:
                    agreed |= mail;
                    break;
                case FactKind.OptOut or FactKind.MessageBounced:
                    gone |= mail;
                    break;
            }
        }

        return ordered && !recent && agreed && !gone;
    }

    private void Send(ref Draw draw, in Person person, bool treated, int day, int term, Channel channel)
    {
        bool cares = day < person.Death;
        int read = SendSecond + (int)Math.Min(draw.Exponential(9_000), 40_000);
        bool opens = draw.Happens(cares ? 0.38 : 0.12);
        bool clicks = draw.Happens(0.22);
        if (!treated)
        {
            return;
        }

        facts.Add(FactKind.MessageSent, shop.Clock.At(day, SendSecond), term, 0, channel);
        if (opens)
        {
            facts.Add(FactKind.MessageOpened, shop.Clock.At(day, read), term, 0, channel);
            if (cares && clicks)
            {
                facts.Add(FactKind.MessageClicked, shop.Clock.At(day, read + 25), term, 0, channel);
            }
        }
    }
}
