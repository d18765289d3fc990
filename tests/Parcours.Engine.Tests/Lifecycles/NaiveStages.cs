using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.Lifecycles;

/// <summary>
/// The stage at one instant without any walk: the history cut there is folded from nothing, every rule is asked in order.
/// For lifecycles whose stages do not depend on the stages before; a forward-only one is asked at each fact in turn.
/// </summary>
internal sealed class NaiveStages
{
    private readonly LifecycleDefinition _definition;
    private readonly HistoryBase _histories;
    private readonly Fold _fold;
    private readonly Func<bool>[] _rules;

    public NaiveStages(LifecycleAnalysis analysis)
    {
        _definition = analysis.Definition;
        _histories = analysis.Histories;
        _fold = new Fold(_histories);
        var compiler = new Compiler(_fold, new LifecycleWalk(_definition, analysis.Context).Scope);
        _rules = [.. _definition.Rules.Select(rule => compiler.Condition(Parser.Parse(rule.When), rule.When))];
    }

    /// <summary>The stage at an instant, knowing the facts up to a cut.</summary>
    public int StageAt(int subject, Instant cut, Instant at)
    {
        History history = _histories[subject].Until(cut < at ? cut : at);
        if (history.IsEmpty)
        {
            return -1;
        }

        if (!_definition.ForwardOnly)
        {
            return Fresh(subject, history, at);
        }

        int reached = -1;
        foreach (Instant moment in history.Facts.ToArray().Select(fact => fact.At).Distinct().Append(at))
        {
            int stage = Fresh(subject, history.Until(moment), moment);
            reached = reached >= 0 && _definition.Stages[stage].PathIndex < _definition.Stages[reached].PathIndex ? reached : stage;
        }

        return reached;
    }

    private int Fresh(int subject, History history, Instant at)
    {
        _fold.Begin(subject, history);
        _fold.MoveTo(at.Micros);
        _fold.BeginEvaluation();
        return _definition.Rules[Array.FindIndex(_rules, rule => rule())].Stage;
    }
}
