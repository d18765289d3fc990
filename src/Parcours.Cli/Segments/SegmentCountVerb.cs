using System.CommandLine;
using System.Diagnostics;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Segments;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Segments;

/// <summary><c>parcours segment count EXPRESSION --at D</c>: how many a condition holds for, and those worth most.</summary>
internal sealed class SegmentCountVerb : Verb
{
    private readonly Argument<string> _where;
    private readonly Option<Moment?> _at;
    private readonly Option<string> _subject;
    private readonly Option<int> _sample;

    public SegmentCountVerb(Language language)
        : base("count", language, new("How many a condition holds for at a date, and those worth most", "Combien une condition en retient à une date, et ceux qui valent le plus"),
            "parcours segment count \"orders >= 2 and silence(order) >= 90 days\" --at 2026-03-01")
    {
        _where = AddArgument<string>("CONDITION", new("A condition of the language, in quotes", "Une condition du langage, entre guillemets"));
        _at = AddAt();
        _subject = AddOption<string>("--subject", "customer|account", new("Whom to count; customers when not given", "Qui compter ; les clients par défaut"));
        _subject.DefaultValueFactory = _ => "customer";
        _subject.AcceptOnlyFromAmong("customer", "account");
        _sample = AddOption<int>("--sample", "N", new("How many of those worth most to show, 0 to 1000; 5 when not given", "Combien montrer de ceux qui valent le plus, 0 à 1000 ; 5 par défaut"));
        _sample.DefaultValueFactory = _ => 5;
    }

    public override int Run(VerbRun run)
    {
        using IWorkspaceStore store = run.OpenToRead();
        AnswerSource known = SegmentChoice.Known(run, store);
        HistoryBase histories = known.Histories;
        SubjectType type = run.Parsed.GetValue(_subject) == "account" ? SubjectType.Account : SubjectType.Customer;
        Instant at = run.At(_at, histories.Calendar);
        long began = Stopwatch.GetTimestamp();
        Members members = SegmentChoice.Told(() => SegmentAnswers.Matching(known, run.Parsed.GetValue(_where)!, type, at));
        int count = members.Count;
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        int of = known.Segments.Counter.Everybody(type, at).Count;
        IReadOnlyList<(int Subject, long Spend)> sample = known.Segments.Counter.Sample(members, at, Math.Clamp(run.Parsed.GetValue(_sample), 0, 1000));
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                SegmentJson.Size(json, at, count, of);
                json.WriteNumber("took_ms", Math.Round(took.TotalMilliseconds, 1));
                SegmentJson.Sample(json, sample, histories);
            });
            return ExitCode.Done;
        }

        Language language = run.Language;
        string share = language.Percent(of == 0 ? null : (double)count / of);
        run.Terminal.Out.WriteLine(language.Say(
            $"{language.Count(count)} {SegmentChoice.Noun(type).En} on {language.Date(at, histories.Calendar)}, {share} of all.",
            $"{language.Count(count)} {SegmentChoice.Noun(type).Fr} le {language.Date(at, histories.Calendar)}, {share} du total."));
        if (sample.Count > 0)
        {
            var sheet = new Sheet(string.Empty, language.Say("Worth most", "Valent le plus"), language.Say("Spend", "Dépenses"));
            foreach ((int subject, long spend) in sample)
            {
                sheet.Row(histories.Subjects.KeyOf(subject), language.Amount(spend, histories.Currency));
            }

            sheet.Write(run.Terminal);
        }

        return ExitCode.Done;
    }
}
