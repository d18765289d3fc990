using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Workspaces;
using Parcours.Server.Answers;
using Parcours.Server.Live;

namespace Parcours.Server.Lifecycles;

/// <summary>Freezes the thresholds of a lifecycle while the server runs: the definition changes from then on, and no transition is announced for it.</summary>
internal sealed class AdoptingThresholds(IWorkspaceStore store, LiveState live, BaseAnswering answers)
{
    /// <summary>Adopts thresholds.</summary>
    /// <param name="known">The base.</param>
    /// <param name="id">The lifecycle; it is one of the library's.</param>
    /// <param name="days">The values somebody chose, in days by name; the others are what they stand at.</param>
    /// <param name="at">The date they are read at.</param>
    /// <param name="note">Why; may be empty.</param>
    internal void Adopt(AnswerSource known, string id, IReadOnlyDictionary<string, int> days, Instant at, string note)
    {
        LifecycleLibrary library = live.Library();
        LifecycleDefinition written = library.AsWritten(id) ?? known.Find(id);
        // What was adopted before stands, unless another value was chosen now.
        var chosen = known.Find(id).Thresholds.Where(rule => rule is { Fixed: not null, Written: not null }).ToDictionary(rule => rule.Name, rule => rule.Fixed!.Value);
        foreach ((string name, int value) in days)
        {
            chosen[name] = Period.OfDays(value);
        }

        var adoption = AdoptedThresholds.Adopt(library, written, known.Histories, at, note, chosen);
        lock (store)
        {
            string document = AdoptedThresholds.DocumentOf(id);
            store.SaveDocument(document, AdoptedThresholds.Append(store.Document(document), adoption));
        }

        answers.Forget();
        live.Lifecycles.Forget();
    }
}
