using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Cli.Predictions;

/// <summary>What a fit learns from, and what it is tested on.</summary>
/// <param name="Cut">The last instant that is known to the fit.</param>
/// <param name="End">The last instant of the test; null without one.</param>
internal readonly record struct FitWindow(Instant Cut, Instant? End)
{
    /// <summary>The window that was typed, held against the length of the data; without a date, all of the data.</summary>
    /// <exception cref="RefusedException">The data is too short for it, or there is none.</exception>
    public static FitWindow Of(VerbRun run, HistoryBase histories, Moment? calibrate, Moment? holdout = null)
    {
        FactSpan span = FactSpan.Of(histories);
        Calendar calendar = histories.Calendar;
        Language language = run.Language;
        if (span.IsEmpty)
        {
            throw new RefusedException(new("no_facts", new("The workspace has no orders to learn from.", "L'espace n'a pas de commandes dont apprendre.")));
        }

        Instant last = calendar.EndOfDay(calendar.DayOf(span.Last));
        Instant cut = calibrate?.On(calendar) ?? (run.Now < last ? run.Now : last);
        if (holdout?.On(calendar) is not { } end)
        {
            return new FitWindow(cut, null);
        }

        if (calibrate is null)
        {
            throw new RefusedException(
                new("calibration_missing", new(
                    "--holdout-until needs --calibrate-until: the date up to which the model may learn.",
                    "--holdout-until attend --calibrate-until : la date jusqu'à laquelle le modèle peut apprendre.")),
                ExitCode.WrongUsage);
        }

        if (end > last)
        {
            string latest = language.Date(last, calendar);
            throw new RefusedException(new("holdout_too_long", new(
                $"The data ends on {latest}: what came after cannot be tested. The longest test is --holdout-until {DateOf(last, calendar)}.",
                $"Les données s'arrêtent au {latest} : la suite ne peut pas être testée. Le test le plus long est --holdout-until {DateOf(last, calendar)}.")));
        }

        if (calendar.DayOf(end) <= calendar.DayOf(cut))
        {
            throw new RefusedException(new("holdout_empty", new(
                "The test must end after the calibration: give a later --holdout-until, or an earlier --calibrate-until.",
                "Le test doit finir après le calage : donnez un --holdout-until plus tardif, ou un --calibrate-until plus ancien.")));
        }

        return new FitWindow(cut, end);
    }

    private static string DateOf(Instant at, Calendar calendar) => Language.English.Date(at, calendar);
}
