using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Import;

/// <summary>A fact on its way into the store.</summary>
/// <param name="Identity">Who it happened to: an identity of the store.</param>
/// <param name="Fact">The hot part; its terms are the store's.</param>
/// <param name="Link">The order, deal, contract, subscription, complaint or campaign it belongs to; 0 for none.</param>
/// <param name="MessageId">The hash of the message id: two facts with the same are one.</param>
/// <param name="Extra">End, actor (here an identity of the store, -1 for none) and quantity; <see cref="Extra.None"/> for most.</param>
/// <param name="LinkKey">The text behind the link as the file wrote it (an order number); null when there is none to show.</param>
/// <param name="Payload">What else the source said, as a JSON object; null for nothing.</param>
public readonly record struct StoredFact(
    int Identity, Fact Fact, int Link, UInt128 MessageId, Extra Extra, string? LinkKey = null, string? Payload = null);
