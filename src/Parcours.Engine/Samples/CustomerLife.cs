namespace Parcours.Engine.Samples;

/// <summary>Draws whole customers, one after the other, into a buffer. One thread's.</summary>
internal sealed class CustomerLife
{
    private readonly Shop _shop;
    private readonly FactBuffer _facts;
    private readonly Profiles _profiles;
    private readonly Visits _visits;
    private readonly Orders _orders;
    private readonly Mailings _mailings;
    private readonly WinBackMailings _winBacks;

    public CustomerLife(Shop shop, FactBuffer facts)
    {
        _shop = shop;
        _facts = facts;
        _profiles = new Profiles(shop, facts);
        _visits = new Visits(shop, facts);
        _orders = new Orders(shop, facts, _visits, new Voice(shop, facts));
        _mailings = new Mailings(shop, facts, _visits);
        _winBacks = new WinBackMailings(shop, facts);
    }

    /// <summary>Fills the buffer with a customer's facts, in the order of facts.</summary>
    /// <param name="number">From 0.</param>
    public void Live(int number)
    {
        _facts.Begin(number);
        var person = Person.Of(_shop, number);
        if (!_shop.Options.OrdersOnly)
        {
            _profiles.Live(in person);
            _visits.Live(in person);
            _mailings.Live(in person);
        }

        if (person.Buys(_shop))
        {
            _orders.Live(in person);
            _winBacks.Live(in person);
        }

        _facts.Sort();
    }
}
