namespace Parcours.Server.Sources.Pulling;

/// <summary>The lists of a shop, a page at a time: each kind of shop pages in its own way.</summary>
internal interface IShopPages : IDisposable
{
    /// <summary>The codes of the shop's currencies by their numbers there; empty where amounts name their currency.</summary>
    IReadOnlyDictionary<string, byte> Currencies { get; }

    /// <summary>Reads a page.</summary>
    /// <param name="isCustomers">Whether of the customers; else of the orders.</param>
    /// <param name="cursor">Where to go on.</param>
    /// <exception cref="PullFault">It could not be had.</exception>
    Task<PullPage> ReadAsync(bool isCustomers, PullCursor cursor, CancellationToken cancellation);
}
