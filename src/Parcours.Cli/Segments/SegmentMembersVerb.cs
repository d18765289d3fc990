using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Segments;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Segments;

/// <summary><c>parcours segment members NAME --at D</c>: who is in a segment, since when, and when they leave by themselves.</summary>
internal sealed class SegmentMembersVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<Moment?> _at;
    private readonly Option<int> _limit;

    public SegmentMembersVerb(Language language)
        : base("members", language, new("Who is in a segment, since when, and when they leave by themselves", "Qui est dans un segment, depuis quand, et quand il en sort de lui-même"),
            "parcours segment members big-spenders --at 2026-03-01 --limit 1000 --json")
    {
        _name = AddArgument<string>("NAME", new("The segment", "Le segment"));
        _at = AddAt();
        _limit = AddOption<int>("--limit", "N", new("How many at most; 20 when not given", "Combien au plus ; 20 par défaut"));
        _limit.DefaultValueFactory = _ => 20;
    }

    public override int Run(VerbRun run)
    {
        using IWorkspaceStore store = run.OpenToRead();
        AnswerSource known = SegmentChoice.Known(run, store);
        LifecycleAnalysis analysis = SegmentChoice.Told(() => known.AnalyseSegment(run.Parsed.GetValue(_name)!));
        HistoryBase histories = known.Histories;
        Instant at = run.At(_at, histories.Calendar);
        SegmentMember[] members = [.. SegmentMember.Of(analysis, at).Take(Math.Max(0, run.Parsed.GetValue(_limit)))];
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("segment", run.Parsed.GetValue(_name));
                json.WriteString("at", at.ToString());
                SegmentJson.Members(json, "members", members, histories);
            });
            return ExitCode.Done;
        }

        var sheet = new Sheet(
            string.Empty, run.Language.Say("Member", "Membre"), run.Language.Say("Since", "Depuis"), run.Language.Say("Leaves by itself on", "En sort de lui-même le"));
        foreach (SegmentMember member in members)
        {
            sheet.Row(histories.Subjects.KeyOf(member.Subject), run.Language.Date(member.Since, histories.Calendar), run.Language.Date(member.Until, histories.Calendar));
        }

        sheet.Write(run.Terminal);
        return ExitCode.Done;
    }
}
