namespace Parcours.Engine.Samples;

/// <summary>Draws subjects by their place in the base: the customers of a block, then its account. One thread's.</summary>
internal sealed class SubjectLife
{
    private readonly Shop _shop;
    private readonly FactBuffer _buffer;
    private readonly CustomerLife _customers;
    private readonly AccountLife _accounts;

    public SubjectLife(Shop shop)
    {
        _shop = shop;
        _buffer = new FactBuffer(shop);
        _customers = new CustomerLife(shop, _buffer);
        _accounts = new AccountLife(shop, _buffer);
    }

    /// <summary>The facts of the subject drawn last, in the order of facts.</summary>
    public ReadOnlySpan<ShopFact> Facts => _buffer.Facts;

    /// <summary>Draws a subject.</summary>
    /// <returns>The subject that the first stakeholder of its block is.</returns>
    public int Live(int subject)
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
}
