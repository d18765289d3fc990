namespace Parcours.Domain.Expressions;

/// <summary>Where the timeline of a lifecycle stands, for the rules that look back: <c>previous_stage</c>, <c>reached</c>, <c>in_stage</c>.</summary>
internal sealed class StageState
{
    /// <summary>The present stage's index; -1 before the first.</summary>
    public int Stage { get; private set; } = -1;

    /// <summary>When the present stage was entered.</summary>
    public long Since { get; private set; } = long.MinValue;

    private ulong _reached;

    public void Reset()
    {
        Stage = -1;
        Since = long.MinValue;
        _reached = 0;
    }

    public void Enter(int stage, long at)
    {
        Stage = stage;
        Since = at;
        _reached |= 1UL << stage;
    }

    public bool Reached(int stage) => (_reached & (1UL << stage)) != 0;
}
