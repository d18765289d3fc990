using Parcours.Domain.Histories;
using Parcours.Engine.Import;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Samples;

/// <summary>The sample shop: a French retailer with a known truth, of any size, the same for the same options.</summary>
public sealed class SampleShop
{
    private readonly Shop _shop;

    /// <summary>The shop of these options; nothing is drawn yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no customer, or there are more than <see cref="SampleOptions.MostCustomers"/>.</exception>
    public SampleShop(SampleOptions options) => _shop = new Shop(options);

    /// <summary>The name of the document of a workspace that keeps the truth of the shop in it.</summary>
    public const string Document = ShopWorkspace.Document;

    /// <summary>The zone of its calendar.</summary>
    public const string ZoneId = Shop.ZoneId;

    /// <summary>The index of its currency in <see cref="Domain.Facts.Currencies"/>.</summary>
    public byte Currency => _shop.Euro;

    /// <summary>What it is drawn from.</summary>
    public ShopTruth Truth => _shop.Truth;

    /// <summary>The base of a shop, in memory: about 50 bytes a fact and no store.</summary>
    /// <param name="customers">How many customers.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="ordersOnly">Nothing but orders, about twenty for each customer.</param>
    public static HistoryBase Histories(int customers, long seed, bool ordersOnly = false) =>
        new SampleShop(new SampleOptions(customers, seed) { OrdersOnly = ordersOnly }).Histories();

    /// <summary>The base of this shop, in memory.</summary>
    public HistoryBase Histories() => ShopHistories.Of(_shop);

    /// <summary>The shop's options and truth as a JSON document: equal shops give equal texts.</summary>
    public string TruthDocument => ShopTruthDocument.Of(_shop);

    /// <summary>What makes two imports of this shop the same: begin the import with it.</summary>
    public ImportSource Source => ShopImport.SourceOf(_shop);

    /// <summary>Writes the shop into a store and seals: facts the store knows already are left out. Constant memory.</summary>
    /// <param name="session">Just begun; sealed on return.</param>
    /// <param name="progress">Told now and then; may be null.</param>
    /// <param name="cancellation">Stops between two blocks of customers, unsealed.</param>
    /// <returns>The account of the import, a fact counted as a line.</returns>
    public ImportCounts WriteTo(IImportSession session, IProgress<SampleProgress>? progress = null, CancellationToken cancellation = default) =>
        new ShopImport(_shop, session, progress).Run(cancellation);

    /// <summary>Fills a workspace with the shop, unless it is there already, and keeps the truth beside it as a document.</summary>
    /// <param name="store">Open for writing. A new one gets the shop's zone and currency.</param>
    public SampleFilling Fill(IWorkspaceStore store, IProgress<SampleProgress>? progress = null, CancellationToken cancellation = default) =>
        ShopWorkspace.Fill(this, _shop, store, progress, cancellation);

    /// <summary>Writes the shop's order lines as a CSV file: order, customer, date, product, quantity, price, currency. Constant memory.</summary>
    /// <param name="to">Left open.</param>
    /// <returns>How many lines, the header not counted.</returns>
    public long WriteOrderLines(Stream to, IProgress<SampleProgress>? progress = null, CancellationToken cancellation = default) =>
        new ShopFile(_shop, to).Run(progress, cancellation);
}
