using Parcours.Cli.Frame;
using Parcours.Domain.Segments;
using Parcours.Engine.Segments;

namespace Parcours.Cli.Segments;

/// <summary><c>parcours segment list</c>: the segments of the workspace.</summary>
internal sealed class SegmentListVerb(Language language) : Verb(
    "list", language, new("The segments there are", "Les segments disponibles"), "parcours segment list")
{
    public override int Run(VerbRun run)
    {
        SegmentLibrary library = SegmentChoice.Library(run);
        SegmentDefinition[] all = [.. library.Ids.Select(id => library.Unchecked(id) ?? Broken(id))];
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteObjects("segments", all, definition => SegmentJson.Definition(json, definition));
            });
            return ExitCode.Done;
        }

        if (all.Length == 0)
        {
            run.Terminal.Out.WriteLine(run.Language.Say(
                "There is no segment yet. Add one: parcours segment add big-spenders --where \"spend >= 500\"",
                "Il n'y a pas encore de segment. Ajoutez-en un : parcours segment add gros-acheteurs --where \"spend >= 500\""));
            return ExitCode.Done;
        }

        var sheet = new Sheet(
            string.Empty, run.Language.Say("Segment", "Segment"), "<" + run.Language.Say("Name", "Nom"), "<" + run.Language.Say("Strategy", "Stratégie"),
            "<" + run.Language.Say("Owner", "Responsable"), "<" + run.Language.Say("Who is in it", "Qui en fait partie"));
        foreach (SegmentDefinition definition in all)
        {
            string who = definition.IsList ? run.Language.Say($"a list of {run.Language.Count(library.KeysOf(definition.Id).Count)}", $"une liste de {run.Language.Count(library.KeysOf(definition.Id).Count)}")
                : string.Join(' ', definition.Where!.Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
            sheet.Row(definition.Id, run.Language.Say(definition.Name), definition.Strategy, definition.Owner, who);
        }

        sheet.Write(run.Terminal);
        return ExitCode.Done;
    }

    private static SegmentDefinition Broken(string id) => throw new RefusedException(new Refusal("definition_invalid", new(
        $"The file of the segment {id} cannot be read: parcours segment check shows where it is wrong.",
        $"Le fichier du segment {id} ne peut pas être lu : parcours segment check montre où il est faux.")));
}
