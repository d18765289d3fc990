using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Samples;

/// <summary>Draws the subjects of one segment and puts them in columns. One thread's; used for one segment after the other.</summary>
internal sealed class SegmentFiller
{
    private readonly Shop _shop;
    private readonly SubjectLife _life;
    private readonly List<int> _extraAt = [];
    private readonly List<Extra> _extras = [];
    private Fact[] _facts = new Fact[1_024];
    private int[] _links = new int[1_024];

    public SegmentFiller(Shop shop)
    {
        _shop = shop;
        _life = new SubjectLife(shop);
    }

    /// <summary>The segment of a number, its store sequences still to be filled in.</summary>
    public Segment Fill(int number)
    {
        int first = number * Segment.Width;
        int[] starts = new int[Math.Min(Segment.Width, Block.SubjectsOf(_shop) - first) + 1];
        _extraAt.Clear();
        _extras.Clear();
        int count = 0;
        for (int place = 0; place < starts.Length - 1; place++)
        {
            int actors = _life.Live(first + place);
            ReadOnlySpan<ShopFact> drawn = _life.Facts;
            Grow(count + drawn.Length);
            foreach (ref readonly ShopFact fact in drawn)
            {
                _facts[count] = fact.Fact;
                _links[count] = fact.Link;
                Extra extra = fact.ExtraWith(fact.Actor < 0 ? -1 : actors + fact.Actor);
                if (extra != Extra.None)
                {
                    _extraAt.Add(count);
                    _extras.Add(extra);
                }

                count++;
            }

            starts[place + 1] = count;
        }

        return new Segment(starts, _facts[..count], new long[count], _links[..count], [.. _extraAt], [.. _extras]);
    }

    private void Grow(int needed)
    {
        if (needed > _facts.Length)
        {
            int length = Math.Max(needed, _facts.Length * 2);
            Array.Resize(ref _facts, length);
            Array.Resize(ref _links, length);
        }
    }
}
