using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;
using Parcours.Server.Live;

namespace Parcours.Server.Screens;

/// <summary>The workspace's name, language, zone and currency: shown on every page, changed by owners.</summary>
internal sealed class WorkspaceCards
{
    private readonly IWorkspaceStore _store;
    private readonly LiveWorkspace _live;
    private volatile WorkspaceCard? _card;

    public WorkspaceCards(IWorkspaceStore store, LiveState live)
    {
        _store = store;
        _live = live.Workspace;
        using IWorkspaceStore reader = live.OpenReader();
        _card = WorkspaceCard.Read(reader.Document(WorkspaceCard.Document));
    }

    /// <summary>The name and the language; null before anybody gave them.</summary>
    internal WorkspaceCard? Card => _card;

    /// <summary>Keeps both. The base is read anew where its zone or its currency is another.</summary>
    internal async Task SaveAsync(WorkspaceCard card, WorkspaceSettings settings)
    {
        lock (_store)
        {
            _store.SaveDocument(WorkspaceCard.Document, card.Write());
        }

        _card = card;
        await SaveAsync(settings);
    }

    /// <summary>Keeps the zone and the currency.</summary>
    internal async Task SaveAsync(WorkspaceSettings settings)
    {
        if (settings.ZoneId == _live.Histories.Calendar.ZoneId && settings.Currency == _live.Histories.Currency)
        {
            return;
        }

        await _live.Resettle(() =>
        {
            lock (_store)
            {
                _store.Save(settings);
            }
        });
    }
}
