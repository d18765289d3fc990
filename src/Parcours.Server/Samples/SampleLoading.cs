using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parcours.Domain.Time;
using Parcours.Engine.Live;
using Parcours.Engine.Samples;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;
using Parcours.Server.Live;
using Parcours.Server.Screens;

namespace Parcours.Server.Samples;

/// <summary>Loads the sample shop into the live workspace, once, beside the messages.</summary>
internal sealed partial class SampleLoading(
    LiveState live, IWorkspaceStore store, WorkspaceCards cards, ServerOptions options, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<SampleLoading> log)
{
    private readonly Lock _gate = new();
    private volatile SampleState _state = SampleState.None;

    /// <summary>How far it is.</summary>
    internal SampleState State => _state;

    /// <summary>Begins, unless it is under way.</summary>
    internal void Start()
    {
        lock (_gate)
        {
            if (_state.IsUnderWay)
            {
                return;
            }

            _state = new SampleState(true, 0, false);
        }

        _ = Task.Run(LoadAsync);
    }

    private async Task LoadAsync()
    {
        try
        {
            var shop = new SampleShop(new SampleOptions(options.SampleCustomers, SampleOptions.DefaultSeed));
            await cards.SaveAsync(new WorkspaceSettings(SampleShop.ZoneId, shop.Currency));
            Fill(shop, lifetime.ApplicationStopping);
            _state = SampleState.None;
        }
        catch (Exception fault)
        {
            _state = new SampleState(false, 0, true);
            LogFault(log, fault.GetType().FullName, fault.StackTrace);
        }
    }

    private void Fill(SampleShop shop, CancellationToken stop)
    {
        using IWorkspaceStore reader = live.OpenReader();
        using var session = new LiveImport(live.Workspace, reader.BeginTrial(), Instant.From(time.GetUtcNow()), AccountNumbers.BeforeImports, default);
        shop.WriteTo(session, new Told<SampleProgress>(done => Tell((double)done.Customers / options.SampleCustomers)), stop);
        lock (store)
        {
            store.SaveDocument(SampleShop.Document, shop.TruthDocument);
        }
    }

    private void Tell(double progress) => _state = new SampleState(true, Math.Min(progress, 1), false);

    [LoggerMessage(1, LogLevel.Error, "The sample shop could not be loaded: {Type} {Trace}")]
    private static partial void LogFault(ILogger log, string? type, string? trace);

    private sealed class Told<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
