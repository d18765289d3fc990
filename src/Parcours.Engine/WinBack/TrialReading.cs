using Parcours.Domain.Experiments;
using Parcours.Domain.Expressions;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Statistics.Uplift;

namespace Parcours.Engine.WinBack;

/// <summary>
/// Reads a campaign as a trial: for each subject the probability predicted before its draw, on histories cut there, with a learner chosen and trained on windows that had closed by then; and what came
/// within the horizon after it. Used for one list, by one thread.
/// </summary>
internal sealed class TrialReading
{
    /// <summary>Draws of one week are scored at one cut, the end of the day before the first of them.</summary>
    private const int DaysOfACut = 7;

    private readonly ChurnDefinition _definition;
    private readonly HistoryBase _histories;
    private readonly Condition _eligible;
    private readonly Condition _outcome;
    private readonly SpendAfter _spend;
    private readonly double _minorUnits;

    public TrialReading(ChurnDefinition definition, HistoryBase histories)
    {
        _definition = definition;
        _histories = histories;
        _eligible = Compile(definition.Eligible);
        _outcome = Compile(definition.Outcome);
        _spend = new SpendAfter(histories.Currency);
        _minorUnits = Currencies.MinorUnits(histories.Currency);
    }

    /// <summary>Whether a subject was, just before its draw, one of those the list is about.</summary>
    public bool IsEligible(Assignment draw) => _eligible.Holds(draw.Subject, new Instant(draw.At.Micros - 1));

    /// <summary>The subjects of one campaign, all eligible at their draw; those that could not be scored before it are left out of both arms alike.</summary>
    /// <param name="draws">The campaign's draws.</param>
    /// <param name="trial">The number of the trial.</param>
    public List<TrialSubject> Read(IEnumerable<Assignment> draws, int trial)
    {
        var subjects = new List<TrialSubject>();
        ChurnModel? model = null;
        foreach ((Instant cut, List<Assignment> drawn) in ByCut(draws))
        {
            ChurnModel? known = model;
            (ChurnScores? scores, _) = ChurnScores.Compute(
                _definition, new ChurnWindows(_histories, cut), cut, (windows, moment) => model = known ?? new ChurnModels(null).Present(_definition, windows, moment, _ => { }));
            foreach (Assignment draw in drawn)
            {
                if (scores?.Of(draw.Subject) is { } score)
                {
                    subjects.Add(Read(draw, trial, score));
                }
            }
        }

        return subjects;
    }

    private TrialSubject Read(Assignment draw, int trial, double score)
    {
        Instant closes = _histories.Calendar.Add(draw.At, _definition.Horizon);
        return new TrialSubject(
            trial, draw.IsTreated, score, _outcome.Holds(draw.Subject, closes), _spend.Of(_histories[draw.Subject], draw.At, closes) / _minorUnits);
    }

    private List<(Instant Cut, List<Assignment> Draws)> ByCut(IEnumerable<Assignment> draws)
    {
        Calendar calendar = _histories.Calendar;
        var cuts = new List<(Instant Cut, List<Assignment> Draws)>();
        int end = int.MinValue;
        foreach (Assignment draw in draws.OrderBy(draw => draw.At).ThenBy(draw => draw.Subject))
        {
            int day = calendar.DayOf(draw.At);
            if (day >= end)
            {
                cuts.Add((calendar.EndOfDay(day - 1), []));
                end = day + DaysOfACut;
            }

            cuts[^1].Draws.Add(draw);
        }

        return cuts;
    }

    private Condition Compile(SourceText source) =>
        Condition.Compile(source, _histories, _definition.Lengths, out ExpressionError? error) ?? throw new InvalidOperationException($"A checked condition has an error: {error}");
}
