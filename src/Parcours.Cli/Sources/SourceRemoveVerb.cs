using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Server.Sources;

namespace Parcours.Cli.Sources;

/// <summary><c>parcours source remove</c>: a source is no longer heard nor asked. What it told stays.</summary>
internal sealed class SourceRemoveVerb : Verb
{
    private readonly Argument<string> _name;

    public SourceRemoveVerb(Language language)
        : base("remove", language, new("Removes a source: it is no longer heard nor asked; what it told stays.", "Retire une source : elle n'est plus écoutée ni interrogée ; ce qu'elle a dit reste."), "parcours source remove paris") =>
        _name = AddArgument<string>("NAME", new("The name of the source", "Le nom de la source"));

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        string name = run.Parsed.GetValue(_name)!;
        using RunningServer? server = RunningServer.Of(run);
        if (server is null)
        {
            WorkspaceSources.Change(run, "source.removed", book => Remove(book, name));
        }
        else
        {
            server.Delete($"/api/sources/{Uri.EscapeDataString(name)}");
        }

        if (run.Json)
        {
            run.WriteJson(json => json.WriteString("removed", name));
        }
        else
        {
            run.Terminal.Out.WriteLine(run.Language.Say($"Source {name} is removed.", $"La source {name} est retirée."));
        }

        return ExitCode.Done;
    }

    private static SourceLine Remove(SourceBook book, string name)
    {
        SourceLine? source = book.All().Where(kept => kept.Name == name).Select(SourceLine.Of).FirstOrDefault();
        book.Remove(name);
        return source!;
    }
}
