using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Engine.Reports.Writing;
using Parcours.Engine.Segments.Discovery;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Segments;

/// <summary><c>parcours segment discover --at D</c>: the groups that buyers fall into by themselves, and a condition for each.</summary>
internal sealed class SegmentDiscoverVerb : Verb
{
    private readonly Option<Moment?> _at;

    public SegmentDiscoverVerb(Language language)
        : base("discover", language, new("The groups that buyers fall into by themselves, and a condition for each", "Les groupes que forment d'eux-mêmes les acheteurs, et une condition pour chacun"),
            "parcours segment discover --at 2026-03-01")
    {
        _at = AddAt();
    }

    public override int Run(VerbRun run)
    {
        using IWorkspaceStore store = run.OpenToRead();
        AnswerSource known = SegmentChoice.Known(run, store);
        HistoryBase histories = known.Histories;
        SegmentDiscovery found = SegmentChoice.Told(() => SegmentDiscovery.Of(known, run.At(_at, histories.Calendar)));
        if (run.Json)
        {
            run.WriteJson(json => DiscoveryJson.Write(json, found));
            return ExitCode.Done;
        }

        var words = ReportLanguage.Of(run.Language.Code);
        run.Terminal.Out.WriteLine($"{DiscoveryWords.Answer(found, words)}.");
        run.Terminal.Out.WriteLine(DiscoveryWords.Reason(found, words));
        if (found.Groups.Count > 0)
        {
            Groups(run, found).Write(run.Terminal);
            Centres(run.Language, found, words, histories.Currency).Write(run.Terminal);
        }

        return ExitCode.Done;
    }

    private static Sheet Groups(VerbRun run, SegmentDiscovery found)
    {
        Language language = run.Language;
        var sheet = new Sheet(
            string.Empty, language.Say("Group", "Groupe"), language.Say("Size", "Taille"), language.Say("Share", "Part"), language.Say("Together", "Cohésion"),
            "<" + language.Say("As a condition", "En condition"), language.Say("right", "juste"), language.Say("found", "trouvés"));
        foreach (DiscoveredGroup group in found.Groups)
        {
            sheet.Row(
                language.Say(group.Name), language.Count(group.Size), language.Percent(group.Share), language.Number(group.Homogeneity, 2),
                group.Rule.Where, language.Percent(group.Rule.Precision, 0), language.Percent(group.Rule.Recall, 0));
        }

        return sheet;
    }

    private static Sheet Centres(Language language, SegmentDiscovery found, ReportLanguage words, byte currency)
    {
        var sheet = new Sheet(language.Say("On average", "En moyenne"), [string.Empty, .. found.Groups.Select(group => language.Say(group.Name)), language.Say("All", "Tous")]);
        for (int i = 0; i < found.Indicators.Count; i++)
        {
            int at = i;
            string Number(double? value) => DiscoveryWords.Number(found.Indicators[at].Feature, value, words, currency);
            sheet.Row([DiscoveryWords.Name(found.Indicators[i].Feature.Name, words), .. found.Groups.Select(group => Number(group.Centre[at])), Number(found.Means[i])]);
        }

        return sheet;
    }
}
