using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>
/// Which channels a subject may be reached by: for <c>reachable(...)</c>. The last act on a channel decides; an opt-out without a channel
/// closes all. A subject of whom no permission was ever recorded counts as reachable: nothing says otherwise.
/// </summary>
internal sealed class ReachableChannels(Fold fold) : Aggregate(fold)
{
    public static readonly FactKind[] Kinds = [FactKind.OptIn, FactKind.OptOut, FactKind.Follow, FactKind.Unfollow];

    private int _known;
    private int _open;

    public override void Reset()
    {
        _known = 0;
        _open = 0;
    }

    public override bool Apply(int index)
    {
        Fact fact = Fold.Facts[index];
        Channel channel = fact.Kind is FactKind.Follow or FactKind.Unfollow && fact.Channel == Channel.None ? Channel.Social : fact.Channel;
        int bit = 1 << (int)channel;
        _known |= bit;
        if (fact.Kind is FactKind.OptIn or FactKind.Follow)
        {
            _open |= bit;
        }
        else
        {
            _open = channel == Channel.None ? 0 : _open & ~bit;
        }

        return true;
    }

    public bool Any()
    {
        Read();
        return _known == 0 || _open != 0;
    }

    public bool By(Channel channel)
    {
        Read();
        int bit = 1 << (int)channel;
        return (_known & bit) != 0 ? (_open & bit) != 0 : (_known & 1) == 0 || (_open & 1) != 0;
    }
}
