using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>
/// A condition of the language, compiled on a base: evaluated for any subject at any date, on its history cut there.
/// Not shared between threads.
/// </summary>
public sealed class Condition
{
    /// <summary>An answer that keeps changing within this many steps is given with the last instant looked at.</summary>
    private const int MostSteps = 10_000;

    private readonly Fold _fold;
    private readonly Func<bool> _read;

    private Condition(Fold fold, Func<bool> read)
    {
        _fold = fold;
        _read = read;
    }

    /// <summary>Compiles a condition.</summary>
    /// <param name="source">The text, with where it stands.</param>
    /// <param name="histories">The base it will be asked of.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    /// <returns>The condition; null when the text has an error.</returns>
    public static Condition? Compile(SourceText source, HistoryBase histories, out ExpressionError? error) =>
        Compile(source, histories, new Dictionary<string, Period>(), out error);

    /// <summary>Compiles a condition that may name lengths of time, as <c>within horizon</c>.</summary>
    /// <param name="source">The text, with where it stands.</param>
    /// <param name="histories">The base it will be asked of.</param>
    /// <param name="lengths">The lengths, by name.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    /// <returns>The condition; null when the text has an error.</returns>
    public static Condition? Compile(SourceText source, HistoryBase histories, IReadOnlyDictionary<string, Period> lengths, out ExpressionError? error)
    {
        try
        {
            var fold = new Fold(histories);
            var scope = new Scope(histories) { Thresholds = lengths.ToDictionary(length => length.Key, length => new ThresholdSeries(length.Value)) };
            Func<bool> read = new Compiler(fold, scope).Condition(Parser.Parse(source), source);
            error = null;
            return new Condition(fold, read);
        }
        catch (ExpressionException e)
        {
            error = e.Error;
            return null;
        }
    }

    /// <summary>Whether it holds for a subject at an instant, and until when.</summary>
    /// <param name="subject">The subject's index.</param>
    /// <param name="at">Facts after it do not count. A subject without a fact by then gives false, for ever.</param>
    public Evaluation At(int subject, Instant at)
    {
        if (!_fold.Begin(subject, _fold.Histories[subject].Until(at)))
        {
            return new Evaluation(false, Instant.Never);
        }

        _fold.MoveTo(at.Micros);
        bool value = Read();
        for (int step = 0; step < MostSteps && _fold.Until != long.MaxValue; step++)
        {
            _fold.MoveTo(_fold.Until);
            if (Read() != value)
            {
                return new Evaluation(value, new Instant(_fold.Now));
            }
        }

        return new Evaluation(value, new Instant(_fold.Until));
    }

    /// <summary>Whether it holds for a subject at an instant, without asking until when.</summary>
    /// <param name="subject">The subject's index.</param>
    /// <param name="at">Facts after it do not count. A subject without a fact by then gives false.</param>
    public bool Holds(int subject, Instant at)
    {
        if (!_fold.Begin(subject, _fold.Histories[subject].Until(at)))
        {
            return false;
        }

        _fold.MoveTo(at.Micros);
        return Read();
    }

    private bool Read()
    {
        _fold.BeginEvaluation();
        return _read();
    }
}
