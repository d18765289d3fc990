using System.Collections.Immutable;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Live;

/// <summary>The messages of one request, on their way to the store.</summary>
/// <param name="KeyId">The number of the key they came by: they are accounted under it. 0 for the company's own verbs and operators.</param>
/// <param name="Trust">How far the sender is believed about who is who.</param>
/// <param name="Messages">What was read of them.</param>
public sealed record Delivery(int KeyId, Trust Trust, ImmutableArray<Received> Messages);
