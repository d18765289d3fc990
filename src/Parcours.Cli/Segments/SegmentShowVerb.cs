using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Segments;
using Parcours.Engine.Workspaces;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Cli.Segments;

/// <summary><c>parcours segment show NAME --at D</c>: what a segment is, its size over time, and when its members leave by themselves.</summary>
internal sealed class SegmentShowVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<Moment?> _at;
    private readonly Option<int> _months;

    public SegmentShowVerb(Language language)
        : base("show", language, new(
            "What a segment is, its size over time, and when its members leave by themselves",
            "Ce qu'est un segment, sa taille dans le temps, et quand ses membres en sortent d'eux-mêmes"),
            "parcours segment show big-spenders --at 2026-03-01")
    {
        _name = AddArgument<string>("NAME", new("The segment", "Le segment"));
        _at = AddAt();
        _months = AddOption<int>("--months", "N", new("How many months back and ahead, 1 to 120; 12 when not given", "Combien de mois en arrière et en avant, 1 à 120 ; 12 par défaut"));
        _months.DefaultValueFactory = _ => 12;
    }

    public override int Run(VerbRun run)
    {
        using IWorkspaceStore store = run.OpenToRead();
        AnswerSource known = SegmentChoice.Known(run, store);
        string name = run.Parsed.GetValue(_name)!;
        SegmentDefinition definition = SegmentChoice.Told(() => known.FindSegment(name));
        LifecycleAnalysis analysis = SegmentChoice.Told(() => known.AnalyseSegment(name));
        HistoryBase histories = known.Histories;
        Instant at = run.At(_at, histories.Calendar);
        int months = Math.Clamp(run.Parsed.GetValue(_months), 1, 120);
        var outlook = SegmentOutlook.Of(analysis, at);
        int of = known.Segments.Counter.Everybody(definition.Subject, at).Count;
        IReadOnlyList<(Instant At, int Members)> sizes = SegmentSizes.ByMonth(analysis.Timelines, histories, at, months);
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                SegmentJson.Definition(json, definition);
                SegmentJson.Size(json, at, outlook.Members.Count, of);
                SegmentJson.Sizes(json, sizes, histories.Calendar);
                SegmentJson.Leaving(json, outlook, histories.Calendar, at, months);
            });
            return ExitCode.Done;
        }

        Language language = run.Language;
        run.Terminal.Out.WriteLine(language.Say(definition.Name));
        foreach (string line in (string[])[language.Say(definition.Description), definition.Where?.Text.Trim() ?? string.Empty])
        {
            if (line.Length > 0)
            {
                run.Terminal.Out.WriteLine(line);
            }
        }

        string share = language.Percent(of == 0 ? null : (double)outlook.Members.Count / of);
        run.Terminal.Out.WriteLine(language.Say(
            $"{language.Count(outlook.Members.Count)} {SegmentChoice.Noun(definition.Subject).En} on {language.Date(at, histories.Calendar)}, {share} of all.",
            $"{language.Count(outlook.Members.Count)} {SegmentChoice.Noun(definition.Subject).Fr} le {language.Date(at, histories.Calendar)}, {share} du total."));
        Curve(run, sizes, histories.Calendar);
        Leaving(run, outlook, histories.Calendar, at, months);
        return ExitCode.Done;
    }

    private static void Curve(VerbRun run, IReadOnlyList<(Instant At, int Members)> sizes, Calendar calendar)
    {
        var sheet = new Sheet(string.Empty, run.Language.Say("End of month", "Fin de mois"), run.Language.Say("Members", "Membres"));
        foreach ((Instant at, int members) in sizes)
        {
            sheet.Row(Calendar.Label(calendar.UnitOf(at, CalendarUnit.Month), CalendarUnit.Month), run.Language.Count(members));
        }

        sheet.Write(run.Terminal);
    }

    private static void Leaving(VerbRun run, SegmentOutlook outlook, Calendar calendar, Instant at, int months)
    {
        (int Month, int Members)[] leaving = [.. outlook.LeavingByMonth(calendar, at, months).Where(month => month.Members > 0)];
        if (leaving.Length == 0)
        {
            run.Terminal.Out.WriteLine(run.Language.Say("Nobody leaves by time alone in these months.", "Personne n'en sort par le seul temps dans ces mois."));
            return;
        }

        var sheet = new Sheet(
            string.Empty, run.Language.Say("Leave by themselves in", "En sortent d'eux-mêmes en"), run.Language.Say("Members", "Membres"));
        foreach ((int month, int members) in leaving)
        {
            sheet.Row(Calendar.Label(month, CalendarUnit.Month), run.Language.Count(members));
        }

        sheet.Write(run.Terminal);
    }
}
