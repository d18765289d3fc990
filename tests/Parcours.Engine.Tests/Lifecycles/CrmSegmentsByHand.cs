using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.Lifecycles;

/// <summary>The rules of crm-segments in plain C# over plain facts, sharing nothing with the language: slow and sure.</summary>
internal static class CrmSegmentsByHand
{
    private static readonly FactKind[] Engagement =
    [
        FactKind.MessageClicked, FactKind.AdClick, FactKind.MessageAnswered, FactKind.Visit, FactKind.ProductView, FactKind.Cart, FactKind.Checkout,
        FactKind.Form, FactKind.SurveyAnswer, FactKind.Review, FactKind.Referral, FactKind.Demo, FactKind.ContentDownloaded,
        FactKind.EventAttended, FactKind.SupportTicketOpened, FactKind.OptIn,
    ];

    public static string StageAt(LifecycleAnalysis analysis, IEnumerable<FactRow> rows, Instant at)
    {
        List<FactRow> known = [.. rows.Where(row => row.Fact.At <= at).Order()];
        if (known.Count == 0)
        {
            return "none";
        }

        Calendar calendar = analysis.Histories.Calendar;
        Period inactiveAfter = analysis.Thresholds.Single(threshold => threshold.Rule.Name == "inactive_after").At(at);
        Period lostAfter = analysis.Thresholds.Single(threshold => threshold.Rule.Name == "lost_after").At(at);
        bool silent(Instant? last, Period period) => last is null || calendar.Add(last.Value, period) <= at;
        List<FactRow> orders = [.. known.Where(row => row.Fact.Kind == FactKind.Order && Counts(row, known))];
        Instant? lastOrder = orders.Count == 0 ? null : orders[^1].Fact.At;
        Instant? lastAnswer = known.Where(row => row.Fact.Kind is FactKind.MessageClicked or FactKind.MessageAnswered && !Has(row, FactFlags.Automated))
            .Select(row => (Instant?)row.Fact.At).LastOrDefault();
        List<FactRow> solicitations = [.. known.Where(row => row.Fact.Kind == FactKind.MessageSent && !Has(row, FactFlags.Transactional))];
        List<FactRow> engagements = [.. known.Where(row => Engagement.Contains(row.Fact.Kind) && !Has(row, FactFlags.Automated))];
        if (orders.Count > 0 && silent(lastOrder, inactiveAfter))
        {
            bool unanswered = solicitations.Count == 0 || solicitations.Any(row => row.Fact.At > lastOrder!.Value);
            bool isLost = (silent(lastOrder, lostAfter) && silent(lastAnswer, inactiveAfter) && unanswered) || !IsReachable(known);
            return isLost ? "lost" : "inactive";
        }

        if (orders.Count > 0)
        {
            return orders.Count > 1 ? "active" : "new";
        }

        FactKind[] interests = [FactKind.ProductView, FactKind.Cart, FactKind.Checkout, FactKind.Form, FactKind.Quote];
        bool engaged = engagements.Count > 0 || known.Any(row => row.Fact.Kind == FactKind.Quote);
        bool isKnown = known.Any(row => interests.Contains(row.Fact.Kind))
            || engagements.Any(row => analysis.Histories.Vocabulary.CategoryOf(row.Fact.Item) != 0);
        return engaged && isKnown ? "prospect" : "suspect";
    }

    private static bool Has(FactRow row, FactFlags flag) => row.Fact.Flags.HasFlag(flag);

    private static bool Counts(FactRow order, List<FactRow> known)
    {
        if (order.Link == 0)
        {
            return true;
        }

        List<FactRow> same = [.. known.Where(row => row.Link == order.Link)];
        long sum(params FactKind[] kinds) => same.Where(row => kinds.Contains(row.Fact.Kind)).Sum(row => row.Fact.Value);
        long refunded = sum(FactKind.Refund);
        return !same.Exists(row => row.Fact.Kind == FactKind.Cancellation)
            && (refunded <= 0 || refunded < sum(FactKind.Order, FactKind.OrderAdjusted));
    }

    private static bool IsReachable(List<FactRow> known)
    {
        var open = new Dictionary<Channel, bool>();
        foreach (FactRow row in known)
        {
            bool isFollow = row.Fact.Kind is FactKind.Follow or FactKind.Unfollow;
            Channel channel = isFollow && row.Fact.Channel == Channel.None ? Channel.Social : row.Fact.Channel;
            if (row.Fact.Kind is FactKind.OptIn or FactKind.Follow)
            {
                open[channel] = true;
            }
            else if (row.Fact.Kind is FactKind.OptOut or FactKind.Unfollow)
            {
                open[channel] = false;
                if (channel == Channel.None)
                {
                    open = open.ToDictionary(entry => entry.Key, _ => false);
                }
            }
        }

        return open.Count == 0 || open.ContainsValue(true);
    }
}
