using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>What was opened and not yet closed, by link: for <c>open(deal | complaint | support_ticket | commitment)</c>. Without links, each closing closes one.</summary>
internal sealed class OpenLinks(Fold fold, FactKind opens) : Aggregate(fold)
{
    private readonly HashSet<int> _links = [];
    private int _unlinked;

    public int Count
    {
        get
        {
            Read();
            return _links.Count + _unlinked;
        }
    }

    public static IReadOnlyList<FactKind> KindsOf(FactKind opens) => opens switch
    {
        FactKind.DealCreated => [opens, FactKind.DealWon, FactKind.DealLost],
        FactKind.Complaint => [opens, FactKind.ComplaintResolved],
        FactKind.SupportTicketOpened => [opens, FactKind.SupportTicketClosed],
        _ => [opens, FactKind.CommitmentMet],
    };

    public override void Reset()
    {
        _links.Clear();
        _unlinked = 0;
    }

    public override bool Apply(int index)
    {
        int link = Fold.Segment.Links[index];
        bool opened = Fold.Facts[index].Kind == opens;
        if (link == 0)
        {
            _unlinked = opened ? _unlinked + 1 : Math.Max(0, _unlinked - 1);
        }
        else if (opened)
        {
            _links.Add(link);
        }
        else if (!_links.Remove(link))
        {
            _unlinked = Math.Max(0, _unlinked - 1);
        }

        return true;
    }
}
