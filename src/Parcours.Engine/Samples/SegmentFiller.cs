using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Samples;

/// <summary>Draws the subjects of one segment and puts them in columns. One thread's; used for one segment after the other.</summary>
internal sealed class SegmentFiller
{
    private readonly Shop _shop;
    private readonly FactBuffer _buffer;
    private readonly CustomerLife _customers;
    private readonly AccountLife _accounts;
    private readonly List<int> _extraAt = [];
    private readonly List<Extra> _extras = [];
    private Fact[] _facts = new Fact[1_024];
    private int[] _links = new int[1_024];

    public SegmentFiller(Shop shop)
    {
        _shop = shop;
        _buffer = new FactBuffer(shop);
        _customers = new CustomerLife(shop, _buffer);
        _accounts = new AccountLife(shop, _buffer);
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
            int actors = Live(first + place);
            ReadOnlySpan<ShopFact> drawn = _buffer.Facts;
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

    /// <summary>Draws a subject.</summary>
    /// <returns>The subject that the block's first stakeholder is.</returns>
    private int Live(int subject)
    {
        if (_shop.Options.OrdersOnly)
        {
            _customers.Live(subject);
            return subject;
        }

        int block = subject / Block.Subjects;
        int place = subject % Block.Subjects;
        if (place < Block.CustomersIn(_shop, block))
        {
            _customers.Live((block * Block.Customers) + place);
        }
        else
        {
            _accounts.Live(block);
        }

        return block * Block.Subjects;
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
