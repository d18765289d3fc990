using System.Collections.Immutable;
using Parcours.Cli.Frame;
using Parcours.Domain.Hazards;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Timing;
using Parcours.Statistics.Peaks;

namespace Parcours.Cli.Timing;

/// <summary>What <c>parcours timing --critical</c> answers, for people.</summary>
internal sealed class CriticalAnswer(VerbRun run, CriticalPeriods periods, Calendar calendar)
{
    private readonly Language _language = run.Language;

    public void Show()
    {
        int days = (int)Math.Ceiling(periods.Silence.ApproximateDays);
        Say(_language.Say(
            $"When customers leave, known on {_language.Date(periods.At, calendar)}. Who places no order for {days} days ({periods.Formula.En}) left on the day of the last one.",
            $"Quand les clients partent, au {_language.Date(periods.At, calendar)}. Qui ne commande pas pendant {days} jours ({periods.Formula.Fr}) est parti le jour de sa dernière commande."));
        ImmutableArray<LocalText> findings = periods.Findings();
        Say(findings.IsEmpty
            ? _language.Say("Nothing stands out from chance.", "Rien ne se distingue du hasard.")
            : _language.Say("What stands out:", "Ce qui se détache :"));
        foreach (LocalText finding in findings)
        {
            Say("- " + _language.Say(finding));
        }

        foreach (CriticalCurve curve in periods.Curves)
        {
            Show(curve);
        }

        Departure? first = periods.Seasons.FirstOrDefault()?.Departure; // orders are the same whatever the way of leaving
        foreach (IGrouping<Departure, SeasonEffect> seasons in periods.Seasons.GroupBy(effect => effect.Departure))
        {
            Seasons(seasons.Key, [.. seasons.Where(effect => effect.Leaving.Value is not null || (effect.Departure == first && effect.Orders.Value is not null))]);
        }
    }

    private void Show(CriticalCurve curve)
    {
        string departure = _language.Say(CriticalWords.Of(curve.Departure));
        string since = _language.Say(CriticalWords.Of(curve.Milestone));
        string title = _language.Say(
            $"{departure}, after {since}: {_language.Count(curve.Count)}, of which {_language.Count(curve.LeftAtOnce)} left at once",
            $"{departure}, après {since} : {_language.Count(curve.Count)}, dont {_language.Count(curve.LeftAtOnce)} départs immédiats");
        if (curve.AtOnce is { Value: { } ratio })
        {
            title += _language.Say($" ({_language.Number(ratio)} times those who waited as long without one)", $" ({_language.Number(ratio)} fois ceux qui ont attendu autant sans cela)");
        }

        if (curve.Refusal is { } refusal)
        {
            Say(title + ". " + (refusal == PeakRefusal.TooFewEvents
                ? _language.Say($"{curve.LeavingsNeeded} more leavings are needed to tell critical weeks.", $"Il faut {curve.LeavingsNeeded} départs de plus pour dire les semaines critiques.")
                : _language.Say("Too little is followed to tell critical weeks.", "Le suivi est trop court pour dire les semaines critiques.")));
            return;
        }

        RateBars.Write(run, title, curve.Weeks, curve.Usual, curve.Peaks);
    }

    private void Seasons(Departure departure, SeasonEffect[] effects)
    {
        if (effects.Length == 0)
        {
            return;
        }

        string departed = _language.Say(CriticalWords.Of(departure));
        Say(_language.Say($"Seasons, {departed}: times the same weekdays around them (* beyond chance)", $"Saisons, {departed} : fois les mêmes jours de semaine alentour (* au-delà du hasard)"));
        var sheet = new Sheet(
            string.Empty,
            _language.Say("season", "saison"), _language.Say("days", "jours"), _language.Say("orders", "commandes"), _language.Say("leaving", "départs"),
            _language.Say("orders that are the last", "commandes sans suite"));
        foreach (SeasonEffect effect in effects)
        {
            sheet.Row(
                _language.Say(effect.Season.Name), _language.Count(effect.Days), Ratio(effect.Orders, effect.OrdersCorrected), Ratio(effect.Leaving, effect.LeavingCorrected),
                Ratio(effect.LastOrders, effect.LastOrdersCorrected));
        }

        sheet.Write(run.Terminal);
    }

    private string Ratio(RateRatio ratio, double corrected) => ratio is { Value: { } value, Interval: { } interval }
        ? $"{_language.Number(value, 2)} ({_language.Number(interval.Low, 2)} – {_language.Number(interval.High, 2)}){(corrected < CriticalPeriods.Level ? " *" : string.Empty)}"
        : "–";

    private void Say(string sentence) => run.Terminal.Out.WriteLine(sentence);
}
