using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Engine.Segments;

namespace Parcours.Cli.Segments;

/// <summary><c>parcours segment history NAME</c>: who changed a segment, when and why.</summary>
internal sealed class SegmentHistoryVerb : Verb
{
    private readonly Argument<string> _name;

    public SegmentHistoryVerb(Language language)
        : base("history", language, new("Who changed a segment, when and why", "Qui a modifié un segment, quand et pourquoi"), "parcours segment history big-spenders") =>
        _name = AddArgument<string>("NAME", new("The segment", "Le segment"));

    public override int Run(VerbRun run)
    {
        string name = run.Parsed.GetValue(_name)!;
        SegmentLibrary library = SegmentChoice.Library(run);
        IReadOnlyList<SegmentVersion> versions = library.HistoryOf(name);
        string? text = library.TextOf(name);
        if (versions.Count == 0 && text is null)
        {
            var unknown = SegmentRefusal.Unknown.Of(name, library.Ids);
            return run.Refuse(unknown.Code, unknown.Sentence);
        }

        if (run.Json)
        {
            run.WriteJson(json => SegmentJson.History(json, versions, text));
            return ExitCode.Done;
        }

        var sheet = new Sheet(string.Empty, run.Language.Say("When", "Quand"), "<" + run.Language.Say("Who", "Qui"), "<" + run.Language.Say("What", "Quoi"), "<Note");
        foreach (SegmentVersion version in versions.Reverse())
        {
            string what = version.Text is null ? run.Language.Say("removed", "supprimé")
                : version.Listed is { } listed ? run.Language.Say($"a list of {run.Language.Count(listed)}", $"une liste de {run.Language.Count(listed)}")
                : run.Language.Say("saved", "enregistré");
            sheet.Row(version.At.ToString(), version.By, what, version.Note);
        }

        sheet.Write(run.Terminal);
        if (versions.Count == 0 || versions[^1].Text != text)
        {
            run.Terminal.Out.WriteLine(run.Language.Say("The file was changed by hand since.", "Le fichier a été modifié à la main depuis."));
        }

        return ExitCode.Done;
    }
}
