using System.CommandLine;
using Parcours.Domain.Lifecycles;

namespace Parcours.Cli.Frame;

/// <summary>One verb of the command line: its words, its help, and what it does.</summary>
internal abstract class Verb : Command
{
    /// <summary>Names a verb.</summary>
    /// <param name="name">The word typed.</param>
    /// <param name="language">The language of its help.</param>
    /// <param name="description">What it does, in one sentence.</param>
    /// <param name="examples">Command lines to show, each starting with the word "parcours".</param>
    protected Verb(string name, Language language, LocalText description, params string[] examples)
        : base(name, language.Say(description))
    {
        Language = language;
        Examples = examples;
    }

    /// <summary>Command lines that help shows.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>The folder it works in when --workspace is not typed, whatever the environment says; null for the usual one.</summary>
    public virtual string? OwnWorkspace => null;

    /// <summary>The language of its help.</summary>
    protected Language Language { get; }

    /// <summary>Does it.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public abstract int Run(VerbRun run);

    /// <summary>Adds an option.</summary>
    /// <param name="name">As "--quantiles".</param>
    /// <param name="value">What stands for the value in help, as "N"; null for a switch.</param>
    /// <param name="description">What it does.</param>
    protected Option<T> AddOption<T>(string name, string? value, LocalText description)
    {
        var option = new Option<T>(name) { Description = Language.Say(description), HelpName = value };
        Add(option);
        return option;
    }

    /// <summary>Adds a word or words that follow the verb.</summary>
    /// <param name="name">What stands for it in help, as "FILE".</param>
    /// <param name="description">What it is.</param>
    /// <param name="arity">How many; one when not said.</param>
    protected Argument<T> AddArgument<T>(string name, LocalText description, ArgumentArity? arity = null)
    {
        var argument = new Argument<T>(name) { Description = Language.Say(description), Arity = arity ?? ArgumentArity.ExactlyOne };
        Add(argument);
        return argument;
    }

    /// <summary>Adds an option that takes a moment, as --at.</summary>
    protected Option<Moment?> AddMoment(string name, LocalText description)
    {
        var option = new Option<Moment?>(name)
        {
            Description = Language.Say(description),
            HelpName = "DATE|INSTANT",
            CustomParser = result =>
            {
                string typed = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
                if (Moment.TryParse(typed, out Moment moment))
                {
                    return moment;
                }

                result.AddError(Language.Say(
                    $"\"{typed}\" is no date for {name}: write 2026-03-01 (until the end of that day), 2026-03-01T12:00 (local) or 2026-03-01T12:00:00Z, from 1970 on.",
                    $"« {typed} » n'est pas une date pour {name} : écrivez 2026-03-01 (jusqu'à la fin du jour), 2026-03-01T12:00 (heure locale) ou 2026-03-01T12:00:00Z, à partir de 1970."));
                return null;
            },
        };
        Add(option);
        return option;
    }

    /// <summary>Adds the option --at: the date of the answer, now when not given.</summary>
    protected Option<Moment?> AddAt() => AddMoment("--at", new(
        "The date of the answer: a day counts to its end; now when not given",
        "La date de la réponse : un jour compte jusqu'à sa fin ; maintenant si elle n'est pas donnée"));
}
