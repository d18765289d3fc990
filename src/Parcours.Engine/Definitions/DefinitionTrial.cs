using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Properties;

namespace Parcours.Engine.Definitions;

/// <summary>Tries a changed definition on the base beside the saved one, saving nothing.</summary>
/// <param name="histories">The base.</param>
/// <param name="library">The workspace's lifecycles.</param>
/// <param name="folder">The workspace's folder.</param>
/// <param name="at">At which instant everybody is counted.</param>
public sealed class DefinitionTrial(HistoryBase histories, LifecycleLibrary library, string folder, Instant at)
{
    /// <summary>What a text would change.</summary>
    /// <param name="kind">The kind of definition.</param>
    /// <param name="saved">The text in force; null for a new definition.</param>
    /// <param name="changed">The text, without errors.</param>
    /// <returns>The effect; null for a kind that counts nobody, or a text with errors.</returns>
    public DefinitionEffect? Of(DefinitionKind kind, string? saved, string changed) =>
        kind == DefinitionKind.Lifecycle ? OfLifecycle(saved is null ? null : library.Check(saved).Definition, library.Check(changed).Definition)
        : kind == DefinitionKind.Calendar ? null
        : OfOutcome(saved is null ? null : Outcome(saved), Outcome(changed));

    private DefinitionEffect? OfLifecycle(LifecycleDefinition? saved, LifecycleDefinition? changed)
    {
        if (changed is null)
        {
            return null;
        }

        Timelines after = library.Analyse(Adopted(changed), histories).Timelines;
        Timelines? before = saved is null || saved.Subject != changed.Subject ? null : library.Analyse(Adopted(saved), histories).Timelines;
        Dictionary<string, int> counted = Count(after);
        Dictionary<string, int> known = before is null ? [] : Count(before);
        IEnumerable<Stage> stages = changed.Stages.Concat((before is null ? [] : saved!.Stages).Where(stage => changed.Stages.All(other => other.Id != stage.Id)));
        int moved = before is null ? 0 : Enumerable.Range(0, after.SubjectCount).Count(subject => StageOf(before, subject) != StageOf(after, subject));
        return new DefinitionEffect(
            [
                .. stages.Select(stage => new DefinitionEffect.Row(
                    stage.Name,
                    before is null || saved!.Stages.All(other => other.Id != stage.Id) ? null : known.GetValueOrDefault(stage.Id),
                    changed.Stages.All(other => other.Id != stage.Id) ? null : counted.GetValueOrDefault(stage.Id))),
            ],
            before is null ? null : moved,
            counted.Values.Sum());
    }

    // As the thresholds that were adopted make it: they stay in force over a text that has them.
    private LifecycleDefinition Adopted(LifecycleDefinition definition) => library.WithAdopted(definition);

    private Dictionary<string, int> Count(Timelines timelines) => Enumerable.Range(0, timelines.SubjectCount)
        .Select(subject => StageOf(timelines, subject)).OfType<string>().GroupBy(stage => stage, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private string? StageOf(Timelines timelines, int subject) => timelines.StageAt(subject, at) is >= 0 and var stage ? timelines.Stages[stage].Id : null;

    private DefinitionEffect? OfOutcome(ChurnDefinition? saved, ChurnDefinition? changed)
    {
        if (changed is null)
        {
            return null;
        }

        (int Eligible, int Before, int Out) after = Count(changed);
        (int Eligible, int Before, int Out)? before = saved is null ? null : Count(saved);
        return new DefinitionEffect(
            [
                new(new("Eligible today", "Concernés aujourd’hui"), before?.Eligible, after.Eligible),
                new(new("Eligible one horizon ago", "Concernés un horizon plus tôt"), before?.Before, after.Before),
                new(new("Of these, with the outcome since", "Dont l’issue est constatée depuis"), before?.Out, after.Out),
            ],
            null,
            histories.SubjectCount);
    }

    private (int Eligible, int Before, int Out) Count(ChurnDefinition definition)
    {
        var windows = new ChurnWindows(histories, at);
        (int before, int seen) = windows.Count(definition, histories.Calendar.EndOfDay(windows.LastClosed(definition, at)));
        return (windows.Eligible(definition, at).Length, before, seen);
    }

    private ChurnDefinition? Outcome(string text) => ChurnFile.Read(text, PropertyFile.InFolder(folder)).Definition;
}
