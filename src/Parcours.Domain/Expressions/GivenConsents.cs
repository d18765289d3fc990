using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>
/// Which channels a permission stands for: for <c>consent(...)</c>. The last word decides. One without a channel is about all channels, one without a purpose about
/// all purposes. Who never said anything gave nothing.
/// </summary>
/// <param name="fold">The fold.</param>
/// <param name="purpose">The purpose's term; null for any.</param>
internal sealed class GivenConsents(Fold fold, int? purpose) : Aggregate(fold)
{
    public static readonly FactKind[] Kinds = [FactKind.OptIn, FactKind.OptOut];

    private const int AllChannels = -1;

    /// <summary>The channels that stand, a bit each, by purpose; those without one first.</summary>
    private readonly List<(int Purpose, int Channels)> _given = [];

    public override void Reset() => _given.Clear();

    public override bool Apply(int index)
    {
        Fact fact = Fold.Facts[index];
        if (purpose is not null && fact.Item != 0 && fact.Item != purpose)
        {
            return false;
        }

        int about = purpose is null ? fact.Item : 0;
        int channels = fact.Channel == Channel.None ? AllChannels : 1 << (int)fact.Channel;
        if (fact.Kind == FactKind.OptOut)
        {
            for (int i = 0; i < _given.Count; i++)
            {
                if (about == 0 || _given[i].Purpose == about)
                {
                    _given[i] = (_given[i].Purpose, _given[i].Channels & ~channels);
                }
            }

            return true;
        }

        int known = _given.FindIndex(one => one.Purpose == about);
        if (known < 0)
        {
            _given.Add((about, channels));
        }
        else
        {
            _given[known] = (about, _given[known].Channels | channels);
        }

        return true;
    }

    public bool Any()
    {
        Read();
        return _given.Exists(one => one.Channels != 0);
    }

    public bool By(Channel channel)
    {
        Read();
        return _given.Exists(one => (one.Channels & (1 << (int)channel)) != 0);
    }
}
