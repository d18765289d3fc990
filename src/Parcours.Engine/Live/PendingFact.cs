using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Import;

namespace Parcours.Engine.Live;

/// <summary>A fact of the transaction being put together.</summary>
/// <param name="Identity">Whose it is.</param>
/// <param name="Stored">What is written.</param>
internal readonly record struct PendingFact(int Identity, StoredFact Stored)
{
    public Fact Fact => Stored.Fact;

    public int Link => Stored.Link;

    /// <summary>The row of a history, once it has its number.</summary>
    public FactRow ToRow(long factId, Func<int, int> placeOf)
    {
        Extra extra = Stored.Extra.Actor < 0 ? Stored.Extra : Stored.Extra with { Actor = placeOf(Stored.Extra.Actor) };
        return new FactRow(Fact, factId, Link, (long)(ulong)(Stored.MessageId >> 64), extra);
    }
}
