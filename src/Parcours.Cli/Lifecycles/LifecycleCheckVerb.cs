using System.Collections.Immutable;
using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Lifecycles;

namespace Parcours.Cli.Lifecycles;

/// <summary><c>parcours lifecycle check FILE</c>: whether a definition can be used, and where it is wrong.</summary>
internal sealed class LifecycleCheckVerb : Verb
{
    private const long LargestFile = 1 << 20;

    private readonly Argument<string> _file;

    public LifecycleCheckVerb(Language language)
        : base("check", language, new("Whether a lifecycle's file can be used, and where it is wrong", "Si le fichier d'un cycle de vie est utilisable, et où il est faux"), "parcours lifecycle check my-lifecycle.yaml") =>
        _file = AddArgument<string>("FILE", new("The YAML file", "Le fichier YAML"));

    public override int Run(VerbRun run)
    {
        string file = run.Parsed.GetValue(_file)!;
        if (!File.Exists(file))
        {
            return run.Refuse("file_missing", Directory.Exists(file)
                ? new($"{file} is a folder: name the file.", $"{file} est un dossier : nommez le fichier.")
                : new($"There is no file {file}.", $"Il n'y a pas de fichier {file}."));
        }

        if (new FileInfo(file).Length > LargestFile)
        {
            return run.Refuse("file_too_large", new($"{file} is over 1 MB: no definition is.", $"{file} dépasse 1 Mo : aucune définition n'en a besoin."));
        }

        (LifecycleDefinition? definition, ImmutableArray<ExpressionError> errors) = LifecycleChoice.Check(new LifecycleLibrary(run.WorkspaceFolder, _ => null), File.ReadAllText(file));
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("file", file);
                json.WriteBoolean("ok", definition is not null);
                json.WriteErrors(errors);
            });
        }
        else if (definition is not null)
        {
            run.Terminal.Out.WriteLine(run.Language.Say(
                $"{file}: \"{definition.Id}\" can be used. {definition.Stages.Length} stages, {definition.Rules.Length} rules. Put it in the workspace's lifecycles folder.",
                $"{file} : « {definition.Id} » est utilisable. {definition.Stages.Length} phases, {definition.Rules.Length} règles. Placez-le dans le dossier lifecycles de l'espace."));
        }

        if (definition is null)
        {
            foreach (ExpressionError error in errors.Where(_ => !run.Json))
            {
                run.Terminal.Error.WriteLine($"{file}: {error}");
            }

            if (run.Json)
            {
                Answers.Error(run.Terminal, true, "definition_invalid", $"{file}: {errors[0]}");
            }

            return ExitCode.Refused;
        }

        return ExitCode.Done;
    }
}
