using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>
/// The contracts, subscriptions or trials of one history and until when each runs: for <c>running(...)</c>.
/// A renewal moves the end; a cancellation leaves the end as it was unless it gives one or there was none, and then it ends at once.
/// </summary>
internal sealed class RunningLinks(Fold fold, FactKind starts) : Aggregate(fold)
{
    private readonly Dictionary<int, long> _untilByLink = [];

    public static IReadOnlyList<FactKind> KindsOf(FactKind starts) => starts == FactKind.TrialStarted
        ? [FactKind.TrialStarted, FactKind.TrialEnded]
        : [starts, FactKind.SubscriptionRenewed, FactKind.SubscriptionCancelled, FactKind.SubscriptionEnded];

    public override void Reset() => _untilByLink.Clear();

    public override bool Apply(int index)
    {
        int link = Fold.Segment.Links[index];
        long at = Fold.Facts[index].At.Micros;
        int found = Array.BinarySearch(Fold.Segment.ExtraAt, index);
        long until = found >= 0 ? Fold.Segment.Extras[found].Until.Micros : long.MaxValue;
        FactKind kind = Fold.Facts[index].Kind;
        if (kind == starts)
        {
            _untilByLink[link] = until;
        }
        else if (_untilByLink.TryGetValue(link, out long known))
        {
            _untilByLink[link] = kind switch
            {
                FactKind.SubscriptionRenewed => until,
                FactKind.SubscriptionCancelled when until != long.MaxValue => until,
                FactKind.SubscriptionCancelled => known == long.MaxValue ? at : known,
                _ => at,
            };
        }

        return true;
    }

    /// <summary>Whether any runs now.</summary>
    public bool Any()
    {
        Read();
        long latest = long.MinValue;
        foreach (long until in _untilByLink.Values)
        {
            latest = Math.Max(latest, until);
        }

        if (latest <= Fold.Now)
        {
            return false;
        }

        Fold.Lower(latest);
        return true;
    }
}
