using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Segments;

/// <summary>What conditions are counted with on a base: the other definitions they may read.</summary>
/// <param name="Histories">The base.</param>
/// <param name="Others">A lifecycle, or a segment as one (with its prefix), on the base; null for an unknown id.</param>
/// <param name="Lists">Who is on a list, by its name; null for what is no list.</param>
/// <param name="Scores">The churn scores; null for none.</param>
public sealed record SegmentScope(
    HistoryBase Histories, Func<string, LifecycleAnalysis?> Others, Func<string, Func<int, bool>?> Lists, IScores? Scores)
{
    /// <summary>A scope that reads no other definition.</summary>
    public static SegmentScope Of(HistoryBase histories) => new(histories, _ => null, _ => null, null);

    /// <summary>A segment on the base: who is in it at any date, until when, and why.</summary>
    public LifecycleAnalysis Analyse(SegmentDefinition definition)
    {
        LifecycleDefinition lifecycle = definition.AsLifecycle();
        return new LifecycleAnalysis(lifecycle, Histories, () =>
        {
            LifecycleContext context = Context();
            return context with { Tables = BaseTableScan.Run(lifecycle, context) };
        });
    }

    /// <summary>A condition that nobody gave a name to yet, as a segment.</summary>
    public static SegmentDefinition Unnamed(SourceText where, SubjectType type) => new("unnamed", new("?", "?"), new(string.Empty, string.Empty), string.Empty, string.Empty, type, where);

    /// <summary>The scope of an expression asked at one date, reading the timelines of other definitions instead of walking them.</summary>
    internal Scope At(BaseTables tables) => new(Histories)
    {
        Tables = tables,
        Scores = Scores,
        Other = Read,
    };

    /// <summary>The context of a walk over all time.</summary>
    internal LifecycleContext Context() => new(
        Histories, new Dictionary<string, Threshold>(), BaseTables.Empty, id => Others(id) is { } other ? (other.Definition, other.Context) : null, Scores)
    {
        Lists = Lists,
    };

    private TextValue? Read(OtherDefinition asked, Fold fold)
    {
        if (asked.Id.StartsWith(OtherDefinition.SegmentPrefix, StringComparison.Ordinal) && Lists(asked.Id[OtherDefinition.SegmentPrefix.Length..]) is { } isListed)
        {
            return new TextValue(() => isListed(fold.Subject) ? OtherDefinition.In : OtherDefinition.In + 1, (_, _) => -2, _ => string.Empty);
        }

        if (Others(asked.Id) is not { } other)
        {
            return null;
        }

        var stages = other.Definition.Stages.ToList();
        var timelines = new Lazy<Timelines>(() => other.Timelines);
        return new TextValue(
            () => asked.Cut is { } cut
                ? fold.Now < cut ? -1 : timelines.Value.StageAt(fold.Subject, new(cut))
                : timelines.Value.StageAt(fold.Subject, new(fold.Now)),
            (name, _) => stages.FindIndex(stage => stage.Id == name) is >= 0 and int found ? found : -2,
            index => index < 0 ? "none" : stages[index].Id);
    }
}
