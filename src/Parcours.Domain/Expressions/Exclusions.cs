using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>The orders of one history that do not count: cancelled, or refunded in full, by link.</summary>
internal sealed class Exclusions(Fold fold)
{
    private readonly Dictionary<int, Exclusion> _links = [];

    public bool Any => _links.Count > 0;

    public void Reset()
    {
        if (_links.Count > 0)
        {
            _links.Clear();
        }
    }

    /// <summary>Whether and why the order a fact belongs to is out.</summary>
    public Exclusion Of(int index)
    {
        FactKind kind = fold.Facts[index].Kind;
        if (kind is not (FactKind.Order or FactKind.OrderLine or FactKind.OrderAdjusted or FactKind.Refund))
        {
            return Exclusion.None;
        }

        return _links.GetValueOrDefault(fold.Segment.Links[index]);
    }

    /// <summary>Takes a refund, cancellation or adjustment that has just happened.</summary>
    /// <returns>Whether its order went out or came back in.</returns>
    public bool Note(int index)
    {
        int link = fold.Segment.Links[index];
        long total = 0;
        long refunded = 0;
        bool cancelled = false;
        for (int i = fold.Start; i <= index; i++)
        {
            if (fold.Segment.Links[i] != link)
            {
                continue;
            }

            Fact fact = fold.Facts[i];
            switch (fact.Kind)
            {
                case FactKind.Order or FactKind.OrderAdjusted:
                    total += fact.Value;
                    break;
                case FactKind.Refund:
                    refunded += fact.Value;
                    break;
                case FactKind.Cancellation:
                    cancelled = true;
                    break;
            }
        }

        Exclusion now = cancelled ? Exclusion.Cancelled : refunded > 0 && refunded >= total ? Exclusion.Refunded : Exclusion.None;
        if (now == _links.GetValueOrDefault(link))
        {
            return false;
        }

        if (now == Exclusion.None)
        {
            _links.Remove(link);
        }
        else
        {
            _links[link] = now;
        }

        return true;
    }
}

internal enum Exclusion
{
    None,
    Cancelled,
    Refunded,
}
