using System.Globalization;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Sources;
using Parcours.Engine.Workspaces;

namespace Parcours.Server.Sources.Pulling;

/// <summary>Asks one source for all that changed since it was last asked: its customers, then its orders.</summary>
internal sealed class PullRun(SourceBook book, LiveWorkspace live, IWorkspaceStore store, PullOptions options, TimeProvider time)
{
    /// <summary>Asks it.</summary>
    /// <returns>The state it ends in; its fault is set when it ended early.</returns>
    internal async Task<PullState> RunAsync(OpenSource source, CancellationToken cancellation)
    {
        string path = book.StateOf(source.Kept.Name);
        PullState state = (PullState.Read(path) ?? new PullState()) with { AskedAt = time.GetUtcNow(), Fault = null };
        try
        {
            using IShopPages pages = Pages(source);
            foreach (bool isCustomers in new[] { true, false })
            {
                bool isLast = false;
                while (!isLast)
                {
                    PullCursor cursor = (isCustomers ? state.Customers : state.Orders) ?? new PullCursor(First(source));
                    PullPage page = await pages.ReadAsync(isCustomers, cursor, cancellation);
                    await TakeAsync(source, isCustomers, page, pages);
                    state = isCustomers ? state with { Customers = page.Next } : state with { Orders = page.Next };
                    state = state with { Pages = state.Pages + 1, Entries = state.Entries + page.Entries.Count };
                    state.Write(path);
                    isLast = page.IsLast;
                }
            }

            state = state with { CompletedAt = time.GetUtcNow() };
        }
        catch (PullFault fault)
        {
            state = state with { Fault = fault.Message };
        }
        catch (LiveRefusedException)
        {
            state = state with { Fault = "The workspace could not write." };
        }

        state.Write(path);
        return state;
    }

    private IShopPages Pages(OpenSource source) => source.Kept switch
    {
        { Kind: SourceKind.Shopify, Address: { } address } => new ShopifyPages(address, source.Token!, options, time),
        { Kind: SourceKind.WooCommerce, Address: { } address } => new WooCommercePages(address, source.Token!, options, time),
        { Kind: SourceKind.PrestaShop, Address: { } address } => new PrestaShopPages(address, source.Token!, options, time),
        _ => throw new InvalidOperationException($"The source {source.Kept.Name} is not asked."),
    };

    // All shops take this form of a date for the first second of a day; PrestaShop writes it with a blank.
    private static string? First(OpenSource source) => source.Kept.Since?.ToString(source.Kept.Kind == SourceKind.PrestaShop ? "yyyy-MM-dd' 00:00:00'" : "yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture)
        + (source.Kept is { Kind: SourceKind.Shopify, Since: not null } ? "Z" : null) is { Length: > 0 } since ? since : null;

    private async Task TakeAsync(OpenSource source, bool isCustomers, PullPage page, IShopPages pages)
    {
        if (page.Entries.Count > 0)
        {
            WorkspaceSettings settings = store.Settings;
            var scene = new SourceScene(Domain.Time.Calendar.Find(settings.ZoneId) ?? Domain.Time.Calendar.Utc, settings.Currency, Instant.From(time.GetUtcNow()));
            await live.Take(new Delivery(source.Kept.KeyId, Trust.Company, source.Reader.Read(isCustomers, page.Entries, pages.Currencies, scene)));
        }
    }
}
