using Parcours.Domain.Accounts;
using Parcours.Domain.Histories;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Live;

/// <summary>The open workspace as it stands: all that changes together.</summary>
/// <param name="Store">Where it is kept.</param>
/// <param name="Beginning">What the store held when it was opened.</param>
/// <param name="Graph">The identities.</param>
/// <param name="Applied">Puts what is written into the base.</param>
/// <param name="Histories">The base.</param>
/// <param name="Identities">How many identities are durable.</param>
/// <param name="LastFact">The number of the last fact in the base.</param>
internal sealed record LiveStanding(
    ILiveStore Store, LiveBeginning Beginning, IdentityGraph Graph, LiveHistories Applied, HistoryBase Histories, int Identities, long LastFact)
{
    /// <summary>Opens the store and reads it.</summary>
    public static LiveStanding Open(Func<ILiveStore> open, IProgress<double>? progress)
    {
        ILiveStore store = open();
        try
        {
            LiveBeginning beginning = store.Begin(progress);
            IdentityGraph graph = beginning.Graph;
            var applied = new LiveHistories(store, graph, MembershipIndex.Of(beginning.Histories));
            return new LiveStanding(store, beginning, graph, applied, beginning.Histories, graph.Count, beginning.LastFact);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
