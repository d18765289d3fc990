using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>Reads the stages of one subject after another under an analysis, compiled once. Not shared between threads.</summary>
public sealed class StageReader
{
    private readonly LifecycleDefinition _definition;
    private readonly HistoryBase _histories;
    private readonly LifecycleWalk _walk;

    /// <summary>Compiles the rules of an analysis for its base.</summary>
    public StageReader(LifecycleAnalysis analysis)
    {
        _definition = analysis.Definition;
        _histories = analysis.Histories;
        _walk = new LifecycleWalk(_definition, analysis.Context);
    }

    /// <summary>Reads the stages of a subject up to an instant.</summary>
    /// <param name="subject">Its index.</param>
    /// <param name="now">Up to when.</param>
    /// <param name="spans">Filled with the stays that began by then, in time order; empty for a subject that the lifecycle does not cover, or not born.</param>
    /// <returns>When the next stay begins if nothing more happens; <see cref="Instant.Never"/> for never.</returns>
    public Instant Read(int subject, Instant now, List<StageSpan> spans) => Read(subject, _histories[subject], now, spans);

    /// <summary>Reads the stages of a subject with another history than the base's.</summary>
    public Instant Read(int subject, History history, Instant now, List<StageSpan> spans)
    {
        spans.Clear();
        if (_definition.Subject != _histories.Subjects.TypeOf(subject) || !_walk.Begin(subject, history))
        {
            return Instant.Never;
        }

        while (_walk.Next(long.MaxValue))
        {
            var from = new Instant(_walk.Fold.Now);
            if (from > now)
            {
                return from;
            }

            spans.Add(new StageSpan(from, (short)_walk.Stage, (short)_walk.Rule));
        }

        return Instant.Never;
    }
}
