using System.CommandLine;
using System.CommandLine.Parsing;
using Parcours.Domain.Expressions;

namespace Parcours.Cli.Frame;

/// <summary>Words the faults of what was typed, with the nearest valid word.</summary>
internal static class UsageErrors
{
    /// <summary>The first fault as one sentence; null when there is none.</summary>
    public static string? In(ParseResult parsed, Language language)
    {
        Command command = parsed.CommandResult.Command;
        string? unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : MistakenForArgument(parsed);
        if (unknown is not null)
        {
            return Unknown(unknown, command, language);
        }

        if (command is not Verb)
        {
            return language.Say(
                $"{HelpPage.NameOf(command)} needs a verb: {Verbs(command)}.",
                $"{HelpPage.NameOf(command)} attend un verbe : {Verbs(command)}.");
        }

        return parsed.Errors.Count > 0 ? ArgumentErrors.Of(parsed.Errors[0], command, language) : null;
    }

    private static string Verbs(Command command) => string.Join(", ", command.Subcommands.Select(verb => verb.Name));

    // A mistyped option must not be taken for a file's name.
    private static string? MistakenForArgument(ParseResult parsed) => parsed.CommandResult.Children
        .OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens)
        .Select(token => token.Value)
        .FirstOrDefault(value => value.Length > 2 && value.StartsWith("--", StringComparison.Ordinal) && !parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash));

    private static string Unknown(string word, Command command, Language language)
    {
        bool isOption = word.StartsWith('-');
        bool isVerb = !isOption && command.Subcommands.Count > 0;
        IEnumerable<string> valid = isOption ? OptionsOf(command) : command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name);
        string? near = Spelling.Nearest(word, valid);
        string fault = isOption ? language.Say($"No option {word} here.", $"Pas d'option {word} ici.")
            : isVerb ? language.Say($"No verb \"{word}\".", $"Pas de verbe « {word} ».")
            : language.Say($"\"{word}\" is one word too many.", $"« {word} » est un mot de trop.");
        string advice = near is not null ? language.Say($"Did you mean {near}?", $"Vouliez-vous dire {near} ?")
            : language.Say($"See {HelpPage.NameOf(command)} --help.", $"Voyez {HelpPage.NameOf(command)} --help.");
        return $"{fault} {advice}";
    }

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive))
            .Where(option => !option.Hidden).Select(option => option.Name);
}
