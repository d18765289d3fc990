using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;

namespace Parcours.Engine.Churn;

/// <summary>The choices of learner of a workspace: kept ones where they are of this definition, date and base; made now where they are not.</summary>
/// <param name="folder">The workspace's folder; null keeps nothing.</param>
internal sealed class ChurnModels(string? folder)
{
    /// <summary>The choice of the scores that verbs show: one file a definition and horizon, whose version goes up when the choice or the definition changes.</summary>
    /// <param name="definition">What leaving is.</param>
    /// <param name="windows">The base, as of the date.</param>
    /// <param name="at">The date.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    public ChurnModel Present(ChurnDefinition definition, ChurnWindows windows, Instant at, Action<double> progress) =>
        Of(ChurnModelFile.NameOf(definition), definition, windows, at, progress);

    /// <summary>The choice last kept for a definition, whatever its date and base; null for none.</summary>
    public ChurnModel? Kept(ChurnDefinition definition) => folder is null ? null : new ChurnModelFile(folder, ChurnModelFile.NameOf(definition)).ReadLast(definition.Fingerprint);

    /// <summary>The choice of a past date, for scores that rules read: one file a date.</summary>
    public ChurnModel Past(ChurnDefinition definition, ChurnWindows windows, Instant at) =>
        Of($"{ChurnModelFile.NameOf(definition)}-at-{at.ToString()[..10]}", definition, windows, at, _ => { });

    private ChurnModel Of(string name, ChurnDefinition definition, ChurnWindows windows, Instant at, Action<double> progress)
    {
        if (folder is null)
        {
            return new ChurnModel(ChurnSelection.Run(windows.Tried, definition, at, progress), 1);
        }

        HistoryBase histories = windows.Histories;
        var file = new ChurnModelFile(folder, name);
        var asked = new ChurnModelKey(definition.Fingerprint, at, BaseState.UpTo(histories, at), histories.Calendar.ZoneId);
        if (file.Read(asked) is { } kept)
        {
            return kept;
        }

        var selection = ChurnSelection.Run(windows.Tried, definition, at, progress);
        var model = new ChurnModel(selection, file.NextVersion(definition.Fingerprint, selection.Chosen));
        file.Write(definition, asked, model);
        return model;
    }
}
