using Parcours.Engine.Identity;

namespace Parcours.Engine.Live.Works;

/// <summary>Reads the identities, or adds to the transaction.</summary>
internal sealed class Staging<T>(Func<LiveBatch, IdentityGraph, T> add) : AnsweredWork<T>
{
    /// <inheritdoc/>
    protected override T Run(LiveBatch batch, IdentityGraph graph) => add(batch, graph);
}
