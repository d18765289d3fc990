using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Flows;
using Parcours.Domain.Time;
using Parcours.Engine.Flows;

namespace Parcours.Cli.Flows;

/// <summary><c>lifecycle flows ID</c>: what moved between stages in a window, and what will move by itself.</summary>
internal sealed class FlowsVerb : TimelineVerb
{
    private const int DefaultDays = 30;

    private readonly Option<Moment?> _from;
    private readonly Option<string?> _by;
    private readonly Option<int?> _days;

    public FlowsVerb(Language language, TimelineReader read)
        : base(
            "flows",
            language,
            read,
            new("Entries, moves and net change of each stage; stage counts over time; changes to come", "Entrées, mouvements et solde de chaque phase ; effectifs dans le temps ; changements à venir"),
            "parcours lifecycle flows crm-segments --from 1997-07-01 --at 1998-01-01",
            "parcours lifecycle flows crm-segments --by month --json")
    {
        _from = AddMoment("--from", new("Moves after this date; from the first fact when not given", "Les mouvements après cette date ; depuis le premier événement par défaut"));
        _by = AddOption<string?>("--by", "day|week|month|quarter|year", new("Also the stage counts as each period begins", "Aussi les effectifs des phases au début de chaque période"));
        _by.AcceptOnlyFromAmong("day", "week", "month", "quarter", "year");
        _days = AddCount("--next", 1, 3650, new($"How many days of changes to come; {DefaultDays} when not given", $"Combien de jours de changements à venir ; {DefaultDays} par défaut"));
    }

    protected override int Answer(VerbRun run, TimelineReading reading)
    {
        Instant? from = run.Parsed.GetValue(_from)?.On(reading.Base.Calendar);
        if (from > reading.At)
        {
            throw Windows.EndsBeforeItStarts();
        }

        var answer = new FlowsAnswer(
            StageFlow.Between(reading.Timelines, from, reading.At),
            Transitions.Between(reading.Timelines, from, reading.At),
            UpcomingChanges.After(reading.Timelines, reading.Base, reading.At, run.Parsed.GetValue(_days) ?? DefaultDays),
            run.Parsed.GetValue(_by) is { } by ? StageSeries.Over(reading.Timelines, reading.Base.Calendar, Enum.Parse<CalendarUnit>(by, ignoreCase: true), from, reading.At) : null);
        if (run.Json)
        {
            run.WriteJson(writer =>
            {
                reading.WriteHead(writer);
                answer.Write(writer, reading);
            });
            return ExitCode.Done;
        }

        Show(run, reading, answer);
        return ExitCode.Done;
    }

    private void Show(VerbRun run, TimelineReading reading, FlowsAnswer answer)
    {
        Language say = run.Language;
        Instant from = answer.Moves.From;
        var flows = new Sheet(
            Heading(reading, from == Instant.Beginning ? new("flows from the first fact to the stages", "flux du premier événement aux phases") : new($"flows from {DateOf(reading, from)} to the stages", $"flux du {DateOf(reading, from)} aux phases")),
            say.Say("Stage", "Phase"), say.Say("Before", "Avant"), say.Say("Entries", "Entrées"), say.Say("Moves in", "Arrivées"), say.Say("Moves out", "Départs"), say.Say("After", "Après"), say.Say("Net", "Solde"));
        foreach (StageFlow flow in reading.Stages.Select(stage => answer.Flows[stage.Index]))
        {
            flows.Row(NameOf(reading, flow.Stage), say.Count(flow.Before), say.Count(flow.Entries), say.Count(flow.In), say.Count(flow.Out), say.Count(flow.After), say.Count(flow.Net));
        }

        flows.Write(run.Terminal);
        ShowMoves(run, reading, new("Moves", "Mouvements"), answer.Moves.All);
        if (answer.Series is { } series)
        {
            var sheet = new Sheet(say.Say("Stages over time", "Les phases dans le temps"), ["Date", .. reading.Stages.Select(stage => say.Say(stage.Name))]);
            foreach (StageSeriesPoint point in series.Points)
            {
                sheet.Row([DateOf(reading, reading.Base.Calendar.StartOfDay(Calendar.DayOf(point.Date))), .. reading.Stages.Select(stage => say.Count(point.PerStage[stage.Index]))]);
            }

            sheet.Write(run.Terminal);
        }

        if (answer.Upcoming is { } upcoming)
        {
            run.Terminal.Out.WriteLine(say.Say(
                $"{say.Count(upcoming.Subjects)} change stage by themselves in the next {upcoming.Days} days if nothing happens.",
                $"{say.Count(upcoming.Subjects)} changent de phase d'eux-mêmes dans les {upcoming.Days} prochains jours s'il ne se passe rien."));
            ShowMoves(run, reading, new(string.Empty, string.Empty), upcoming.Transitions);
        }
    }

    private void ShowMoves(VerbRun run, TimelineReading reading, Domain.Lifecycles.LocalText title, IEnumerable<Transition> moves)
    {
        Language say = run.Language;
        var sheet = new Sheet(say.Say(title), say.Say("From", "De"), say.Say("<To", "<À"), say.Say("Count", "Nombre"));
        foreach (Transition move in moves.OrderByDescending(move => move.Count))
        {
            sheet.Row(NameOf(reading, move.From), NameOf(reading, move.To), say.Count(move.Count));
        }

        sheet.Write(run.Terminal);
    }
}
