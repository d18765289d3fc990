using System.Collections.Immutable;
using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Expressions;
using Parcours.Domain.Segments;

namespace Parcours.Cli.Segments;

/// <summary><c>parcours segment check FILE</c>: whether a segment's file can be used, and where it is wrong.</summary>
internal sealed class SegmentCheckVerb : Verb
{
    private readonly Argument<string> _file;

    public SegmentCheckVerb(Language language)
        : base("check", language, new("Whether a segment's file can be used, and where it is wrong", "Si le fichier d'un segment est utilisable, et où il est faux"), "parcours segment check big-spenders.yaml") =>
        _file = AddArgument<string>("FILE", new("The YAML file", "Le fichier YAML"));

    public override int Run(VerbRun run)
    {
        string file = run.Parsed.GetValue(_file)!;
        string text = SegmentText.Read(file);
        (SegmentDefinition? definition, ImmutableArray<ExpressionError> errors) = SegmentChoice.Library(run).Check(text);
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("file", file);
                json.WriteBoolean("ok", definition is not null);
                json.WriteErrors(errors);
            });
        }

        if (definition is null)
        {
            foreach (ExpressionError error in errors.Where(_ => !run.Json))
            {
                run.Terminal.Error.WriteLine($"{file}: {error}");
            }

            if (run.Json)
            {
                Answers.Error(run.Terminal, true, "segment_invalid", $"{file}: {errors[0]}");
            }

            return ExitCode.Refused;
        }

        if (!run.Json)
        {
            run.Terminal.Out.WriteLine(run.Language.Say(
                $"{file}: \"{definition.Id}\" can be used. Add it: parcours segment add {definition.Id} --file {file}",
                $"{file} : « {definition.Id} » est utilisable. Ajoutez-le : parcours segment add {definition.Id} --file {file}"));
        }

        return ExitCode.Done;
    }
}
