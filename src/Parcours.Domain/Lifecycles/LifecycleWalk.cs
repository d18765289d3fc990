using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;

namespace Parcours.Domain.Lifecycles;

/// <summary>
/// Walks one history after another under a lifecycle: evaluates its rules once per distinct instant after all facts of that instant,
/// then at each <c>min(valid until, next fact)</c>. Not shared between threads.
/// </summary>
internal sealed class LifecycleWalk
{
    private readonly LifecycleDefinition _definition;
    private readonly Fold _fold;
    private readonly StageState _state = new();
    private readonly Func<bool>[] _rules;
    private readonly bool _looksBack;
    private bool _started;

    public LifecycleWalk(LifecycleDefinition definition, LifecycleContext context)
    {
        _definition = definition;
        _fold = new Fold(context.Histories);
        Scope = new Scope(context.Histories)
        {
            Thresholds = context.Thresholds.ToDictionary(entry => entry.Key, entry => entry.Value.Common),
            ThresholdsByCategory = context.Thresholds.ToDictionary(entry => entry.Key, entry => entry.Value.ByCategory),
            Tables = context.Tables,
            Stages = [.. definition.Stages.Select(stage => stage.Id)],

            // Who is in a segment depends on nothing but the history: its two stages are not for its own rule.
            State = definition.Id.StartsWith(OtherDefinition.SegmentPrefix, StringComparison.Ordinal) ? null : _state,
            Target = definition.Target,
            Scores = context.Scores,
            Other = (asked, fold) => OtherWalk.Of(asked, fold, context),
        };
        Compiler = new Compiler(_fold, Scope);
        _rules = [.. definition.Rules.Select(rule => Compiler.Condition(Parser.Parse(rule.When), rule.When))];
        _looksBack = definition.Rules.Any(rule => LooksBack(rule.When.Text));
    }

    public Compiler Compiler { get; }

    public Scope Scope { get; }

    public Fold Fold => _fold;

    /// <summary>The present stage; -1 before the first fact.</summary>
    public int Stage => _state.Stage;

    /// <summary>The rule that held when the present stage was entered.</summary>
    public int Rule { get; private set; }

    /// <summary>Until when the present stage surely holds if nothing happens.</summary>
    public long Until => _fold.Until;

    public bool Begin(int subject) => Begin(subject, _fold.Histories[subject]);

    public bool Begin(int subject, History history)
    {
        _state.Reset();
        _started = false;
        Rule = -1;
        return _fold.Begin(subject, history);
    }

    /// <summary>Goes on to the next change of stage at or before a limit.</summary>
    /// <returns>False when there is none: every fact up to the limit has been applied.</returns>
    public bool Next(long limit)
    {
        if (!_started)
        {
            if (_fold.Now > limit)
            {
                return false;
            }

            _started = true;
            _fold.MoveTo(_fold.Now);
            if (Evaluate(_fold.Now))
            {
                return true;
            }
        }

        while (_fold.MoveToNextThatMatters(limit))
        {
            if (Evaluate(_fold.Now))
            {
                return true;
            }
        }

        return false;
    }

    private bool Evaluate(long at)
    {
        int rule = FirstThatHolds();
        int stage = _definition.Rules[rule].Stage;
        if (stage == _state.Stage || IsBackward(stage))
        {
            return false;
        }

        _state.Enter(stage, at);
        Rule = rule;
        if (_looksBack)
        {
            // The rules that look back read another state now: ask again, for the validity alone.
            FirstThatHolds();
        }

        return true;
    }

    private int FirstThatHolds()
    {
        _fold.BeginEvaluation();
        for (int i = 0; i < _rules.Length - 1; i++)
        {
            if (_rules[i]())
            {
                return i;
            }
        }

        return _rules.Length - 1;
    }

    private bool IsBackward(int stage) =>
        _definition.ForwardOnly && _state.Stage >= 0 && _definition.Stages[stage].PathIndex < _definition.Stages[_state.Stage].PathIndex;

    private static bool LooksBack(string text) =>
        text.Contains("in_stage", StringComparison.Ordinal) || text.Contains("previous_stage", StringComparison.Ordinal) || text.Contains("reached", StringComparison.Ordinal);
}
