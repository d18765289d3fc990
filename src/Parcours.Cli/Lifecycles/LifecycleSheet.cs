using Parcours.Cli.Frame;
using Parcours.Domain.Flows;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;

namespace Parcours.Cli.Lifecycles;

/// <summary>A lifecycle at a date, for people: a sentence, the stages with a year earlier beside, the moves, the thresholds.</summary>
internal sealed class LifecycleSheet(VerbRun run, LifecycleAnalysis analysis)
{
    private readonly Language _language = run.Language;

    public void Write(StageCounts counts, Transitions moves, StageCounts yearBefore)
    {
        LifecycleDefinition definition = analysis.Definition;
        Calendar calendar = analysis.Histories.Calendar;
        string date = _language.Date(counts.At, calendar);
        string subjects = _language.Count(counts.Subjects);
        run.Terminal.Out.WriteLine(definition.Subject == Domain.Histories.SubjectType.Account
            ? _language.Say($"{definition.Name.En} on {date}: {subjects} accounts.", $"{definition.Name.Fr} au {date} : {subjects} comptes.")
            : _language.Say($"{definition.Name.En} on {date}: {subjects} customers.", $"{definition.Name.Fr} au {date} : {subjects} clients."));

        var stages = new Sheet(string.Empty, _language.Say("Stage", "Phase"), _language.Say("Now", "Effectif"), "%", "N-1", _language.Say("In", "Entrées"), _language.Say("Out", "Sorties"));
        foreach (Stage stage in LifecycleJson.InPathOrder(definition))
        {
            long count = counts.PerStage[stage.Index];
            stages.Row(
                (stage.IsOnPath ? string.Empty : "· ") + _language.Say(stage.Name),
                _language.Count(count),
                counts.Subjects == 0 ? "–" : _language.Percent((double)count / counts.Subjects),
                yearBefore.Subjects == 0 ? "–" : _language.Count(yearBefore.PerStage[stage.Index]),
                _language.Count(moves.In(stage.Index) + moves.Entries(stage.Index)),
                _language.Count(moves.Out(stage.Index)));
        }

        stages.Write(run.Terminal);
        WriteMoves(moves);
        WriteThresholds(counts.At);
    }

    private void WriteMoves(Transitions moves)
    {
        if (moves.All.IsEmpty)
        {
            return;
        }

        var sheet = new Sheet(string.Empty, _language.Say("From", "De"), "<" + _language.Say("To", "À"), _language.Say("Moves", "Changements"));
        foreach (Transition move in moves.All.OrderByDescending(move => move.Count).Take(12))
        {
            sheet.Row(Name(move.From), Name(move.To), _language.Count(move.Count));
        }

        sheet.Write(run.Terminal);
    }

    private void WriteThresholds(Instant at)
    {
        if (analysis.Thresholds.IsEmpty)
        {
            return;
        }

        bool isAdopted = analysis.Thresholds.Any(threshold => threshold.FromRhythm is not null);
        RhythmCounts? rhythm = analysis.Thresholds.All(threshold => threshold.Rule.Fixed is not null) ? null : RhythmCounts.At(analysis.Histories, at);
        var sheet = new Sheet(
            string.Empty, [_language.Say("Threshold", "Seuil"), _language.Say("Days", "Jours"), .. isAdopted ? [_language.Say("Rhythm says", "Selon le rythme")] : Array.Empty<string>(), _language.Say("Customers behind", "Clients derrière"),
            _language.Say("95 % interval", "Intervalle à 95 %"), _language.Say("Came back in 180 days", "Revenus en 180 jours"), "<" + _language.Say("Formula", "Formule")]);
        foreach (Threshold threshold in analysis.Thresholds)
        {
            Period period = threshold.At(at);
            ComeBack back = ComeBack.At(analysis.Histories, at, period);
            RhythmFigures? figures = threshold.Rule.Fixed is null ? rhythm?.Figures(threshold.Rule.Quantile) : null;
            sheet.Row([
                threshold.Rule.Name,
                _language.Number(period.ApproximateDays, 1),
                .. isAdopted ? [Drift(threshold, at)] : Array.Empty<string>(),
                figures is { } known ? _language.Count(known.Customers) : "–",
                figures is { } f && double.IsFinite(f.Low)
                    ? $"{_language.Number(threshold.Rule.From(f.Low, f.Customers).ApproximateDays, 0)} – {_language.Number(threshold.Rule.From(f.High, f.Customers).ApproximateDays, 0)}"
                    : "–",
                back.Declared == 0 ? "–" : _language.Percent(back.Share, 0),
                _language.Say(threshold.Rule.Written is { } written ? Adopted(written.FormulaText) : threshold.Rule.FormulaText),
            ]);
        }

        sheet.Write(run.Terminal);
    }

    /// <summary>What the rhythm gives for an adopted threshold, and how far it has moved from what was adopted.</summary>
    private string Drift(Threshold threshold, Instant at)
    {
        if (ThresholdDrift.Of(threshold, at) is not { } drift)
        {
            return "–";
        }

        string sign = drift.Share > 0 ? "+" : drift.Share < 0 ? "−" : string.Empty;
        return $"{_language.Number(drift.RhythmDays, 1)} ({sign}{_language.Percent(Math.Abs(drift.Share), 0)})";
    }

    private static LocalText Adopted(LocalText formula) => new("adopted; was " + formula.En, "validé ; était " + formula.Fr);

    private string Name(int stage) => _language.Say(analysis.Timelines.Stages[stage].Name);
}
