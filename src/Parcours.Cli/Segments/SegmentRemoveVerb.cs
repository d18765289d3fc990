using System.CommandLine;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Segments;

/// <summary><c>parcours segment remove NAME</c>: takes a segment away; its changelog stays.</summary>
internal sealed class SegmentRemoveVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<string?> _note;

    public SegmentRemoveVerb(Language language)
        : base("remove", language, new("Removes a segment; who changed it stays known", "Supprime un segment ; on sait toujours qui l'a modifié"), "parcours segment remove fair-2025 --note \"the fair is over\"")
    {
        _name = AddArgument<string>("NAME", new("The segment", "Le segment"));
        _note = AddOption<string?>("--note", "TEXT", new("Why, for the record", "Pourquoi, pour mémoire"));
    }

    public override int Run(VerbRun run)
    {
        string name = run.Parsed.GetValue(_name)!;
        SegmentChoice.Change(run, "segment.removed", name, editing =>
        {
            editing.Remove(name, string.Empty, "local", run.Parsed.GetValue(_note) ?? string.Empty, run.Now);
            return true;
        });
        if (run.Json)
        {
            run.WriteJson(json => json.WriteString("removed", name));
            return ExitCode.Done;
        }

        run.Terminal.Out.WriteLine(run.Language.Say($"Segment {name} is removed.", $"Le segment {name} est supprimé."));
        return ExitCode.Done;
    }
}
