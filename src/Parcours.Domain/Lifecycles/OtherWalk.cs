using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;

namespace Parcours.Domain.Lifecycles;

/// <summary>The stage under another lifecycle, walked along with a fold: every fact matters to it, up to the date it is asked at.</summary>
internal sealed class OtherWalk : Aggregate
{
    private readonly LifecycleWalk _walk;
    private readonly long? _cut;
    private bool _isBegun;
    private bool _isSettled;

    private OtherWalk(Fold fold, LifecycleWalk walk, long? cut)
        : base(fold)
    {
        _walk = walk;
        _cut = cut;
    }

    /// <summary>Any fact may move the other lifecycle; what it was at a date is asked again when the date is there, and never moves.</summary>
    public override bool WasRead => _cut is null;

    /// <summary>The stage as a text; null for a definition that is unknown or goes round in a circle.</summary>
    public static TextValue? Of(OtherDefinition asked, Fold fold, LifecycleContext context)
    {
        if (asked.Id.StartsWith(OtherDefinition.SegmentPrefix, StringComparison.Ordinal) && context.Lists(asked.Id[OtherDefinition.SegmentPrefix.Length..]) is { } isListed)
        {
            // A list has no dates: who is on it always was.
            return new TextValue(() => isListed(fold.Subject) ? OtherDefinition.In : OtherDefinition.In + 1, (_, _) => -2, _ => string.Empty);
        }

        if (context.Others(asked.Id) is not { } other)
        {
            return null;
        }

        var stages = other.Definition.Stages.ToList();
        var walk = new OtherWalk(fold, new LifecycleWalk(other.Definition, other.Context), asked.Cut);
        fold.Add(walk, Compiler.AllKinds(context.Histories.Vocabulary));
        return new TextValue(
            walk.Stage,
            (name, _) => stages.FindIndex(stage => stage.Id == name) is >= 0 and int found ? found : -2,
            index => index < 0 ? "none" : stages[index].Id);
    }

    public override void Reset()
    {
        _isBegun = false;
        _isSettled = false;
    }

    public override bool Apply(int index)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            _walk.Begin(Fold.Subject, new History(Fold.Segment, Fold.Start, Fold.End));
        }

        return true;
    }

    /// <summary>The stage at the present instant, or at the date once it is there: nobody knows it before.</summary>
    private int Stage()
    {
        if (_isSettled)
        {
            return _walk.Stage;
        }

        if (_cut is { } cut)
        {
            if (Fold.Now < cut)
            {
                Fold.Lower(cut);
                return -1;
            }

            _isSettled = true;
            Advance(cut);
            return _walk.Stage;
        }

        Advance(Fold.Now);
        Fold.Lower(_walk.Until);
        return _walk.Stage;
    }

    private void Advance(long limit)
    {
        while (_walk.Next(limit))
        {
        }
    }
}
