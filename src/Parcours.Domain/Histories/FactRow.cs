using Parcours.Domain.Facts;

namespace Parcours.Domain.Histories;

/// <summary>A fact with all that is kept beside it: what a history is built from.</summary>
/// <param name="Fact">The hot part.</param>
/// <param name="FactId">The store's sequence number, 1 or more; never used for order.</param>
/// <param name="Link">The order, deal, contract, subscription, complaint or campaign it belongs to; 0 for none.</param>
/// <param name="MessageHash">The first 64 bits of the message id's hash: it orders facts of one instant and kind.</param>
/// <param name="Extra">Its end, actor and quantity.</param>
public readonly record struct FactRow(Fact Fact, long FactId, int Link, long MessageHash, Extra Extra) : IComparable<FactRow>
{
    /// <summary>The order of facts: instant, kind rank, message hash, then content. Never the order of arrival.</summary>
    public int CompareTo(FactRow other)
    {
        int order = Fact.At.CompareTo(other.Fact.At);
        order = order != 0 ? order : ((ushort)Fact.Kind).CompareTo((ushort)other.Fact.Kind);
        order = order != 0 ? order : MessageHash.CompareTo(other.MessageHash);
        order = order != 0 ? order : Fact.Item.CompareTo(other.Fact.Item);
        order = order != 0 ? order : Fact.Value.CompareTo(other.Fact.Value);
        return order != 0 ? order : Link.CompareTo(other.Link);
    }
}
