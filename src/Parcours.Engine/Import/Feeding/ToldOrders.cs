using Parcours.Domain.Facts;

namespace Parcours.Engine.Import.Feeding;

/// <summary>
/// The orders of a file that messages told of before: one order each, whichever way it came first. What the file says of its total is a later word on it; parts that the
/// messages told are left out. Where a file gives one customer a number twice (two shops), the first is the order told.
/// </summary>
internal sealed class ToldOrders(IImportSession session)
{
    private readonly Dictionary<(int Identity, int Link), Told> _told = [];

    /// <summary>Opens an order of the file that was not imported before.</summary>
    /// <param name="order">Its number in the file.</param>
    /// <returns>Whether messages told of it.</returns>
    public bool Opens(int identity, int link, int order)
    {
        if (Find(identity, link) is not { Order: < 0 } told)
        {
            return false;
        }

        told.Order = order;
        return told.Said.Kinds.Contains(FactKind.Order);
    }

    /// <summary>Whether a fact that is an order by itself, as a file of facts brings it, was told.</summary>
    public bool Opens(int identity, int link) => Find(identity, link) is { Order: < 0 } told && told.Said.Kinds.Contains(FactKind.Order);

    /// <summary>What is left of a fact that has a link, once what was told is taken off; null when nothing is.</summary>
    public Fact? Rest(int identity, ref readonly FeedRow row)
    {
        Fact fact = row.Fact;
        if (Find(identity, row.Link) is not { } told || (row.Order >= 0 && told.Order >= 0 && told.Order != row.Order))
        {
            return fact;
        }

        if (fact.Kind == FactKind.Refund)
        {
            long known = Math.Min(told.Refunded, fact.Value);
            told.Refunded -= known;
            return known == fact.Value ? null : fact with { Value = fact.Value - known };
        }

        return fact.Kind is FactKind.OrderLine or FactKind.CouponUsed or FactKind.Cancellation or FactKind.Delivery && told.Said.Kinds.Contains(fact.Kind) ? null : fact;
    }

    private Told? Find(int identity, int link)
    {
        if (link == 0)
        {
            return null;
        }

        if (!_told.TryGetValue((identity, link), out Told? told) && session.ToldOf(identity, link) is { } said)
        {
            _told[(identity, link)] = told = new Told(said);
        }

        return told;
    }

    private sealed class Told(ToldOrder said)
    {
        public ToldOrder Said => said;

        /// <summary>What was told and not yet found in the file.</summary>
        public long Refunded { get; set; } = said.Refunded;

        /// <summary>The order of the file that it is; -1 while it is none.</summary>
        public int Order { get; set; } = -1;
    }
}
