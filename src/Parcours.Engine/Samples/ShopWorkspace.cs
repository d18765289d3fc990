using System.Text.Json;
using Parcours.Domain.Histories;
using Parcours.Engine.Import;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Samples;

/// <summary>Fills a workspace with a shop: settings, facts, the truth as a document, and the snapshot that makes the next start fast.</summary>
internal static class ShopWorkspace
{
    /// <summary>The name of the document that keeps the truth.</summary>
    public const string Document = "sample-shop";

    /// <summary>Fills it, unless the shop or another one is there.</summary>
    public static SampleFilling Fill(SampleShop sample, Shop shop, IWorkspaceStore store, IProgress<SampleProgress>? progress, CancellationToken cancellation)
    {
        string truth = sample.TruthDocument;
        string? there = store.Document(Document);
        if (there == truth)
        {
            return new SampleFilling.AlreadyThere();
        }

        if (there is not null && OtherThan(shop.Options, there) is { } other)
        {
            return other;
        }

        if (store.Settings.Currency == 0)
        {
            store.Save(new WorkspaceSettings(Shop.ZoneId, shop.Euro));
        }

        ImportCounts counts;
        using (IImportSession session = store.BeginImport(sample.Source))
        {
            counts = sample.WriteTo(session, progress, cancellation);
        }

        store.SaveDocument(Document, truth);
        HistoryBase histories = store.Load(null);
        store.SaveSnapshot(histories);
        return new SampleFilling.Written(counts);
    }

    /// <summary>The shop a document tells of, when its customers are others than ours; a smaller or larger one of the same seed may grow.</summary>
    private static SampleFilling.OtherShop? OtherThan(SampleOptions options, string document)
    {
        using var json = JsonDocument.Parse(document);
        JsonElement root = json.RootElement;
        var other = new SampleFilling.OtherShop(
            root.GetProperty("seed").GetInt64(), root.GetProperty("until").GetString()!, root.GetProperty("orders_only").GetBoolean());
        string until = options.Until.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return other == new SampleFilling.OtherShop(options.Seed, until, options.OrdersOnly) ? null : other;
    }
}
