using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Segments;

/// <summary>Parts of an expression, compiled together, asked of one subject after another. Not shared between threads.</summary>
internal sealed class PartLook
{
    private readonly Fold _fold;
    private readonly Func<bool>[] _reads;

    public PartLook(Scope scope, Node[] parts, SourceText source)
    {
        _fold = new Fold(scope.Histories);
        var compiler = new Compiler(_fold, scope);
        _reads = [.. parts.Select(part => compiler.Condition(part, source))];
    }

    /// <summary>Sets a subject's bit in each part that holds, and in the last column when it has a fact by then.</summary>
    public void At(int subject, Instant at, ulong[][] found)
    {
        History history = _fold.Histories[subject];
        if (history.IsEmpty || history.Facts[0].At > at)
        {
            return;
        }

        // What comes after the date is out of sight; most histories have nothing after it.
        if (history.Facts[^1].At > at)
        {
            history = history.Until(at);
        }

        int word = subject >> 6;
        ulong bit = 1UL << (subject & 63);
        found[^1][word] |= bit;
        if (_reads.Length == 0)
        {
            return;
        }

        _fold.Begin(subject, history);
        _fold.MoveTo(at.Micros);
        _fold.BeginEvaluation();
        for (int i = 0; i < _reads.Length; i++)
        {
            if (_reads[i]())
            {
                found[i][word] |= bit;
            }
        }
    }
}
