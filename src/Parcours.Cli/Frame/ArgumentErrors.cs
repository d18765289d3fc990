using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using Parcours.Domain.Expressions;

namespace Parcours.Cli.Frame;

/// <summary>Words the faults of an argument or of an option's value in both languages: what is missing, what is none of the words allowed, what is no number.</summary>
internal static class ArgumentErrors
{
    /// <summary>A fault as a sentence.</summary>
    /// <param name="error">The parser's fault, or one that a verb worded itself.</param>
    /// <param name="command">The verb.</param>
    /// <param name="language">The language.</param>
    public static string Of(ParseError error, Command command, Language language)
    {
        SymbolResult? result = error.SymbolResult is ArgumentResult { Parent: OptionResult option } ? option : error.SymbolResult;
        return result switch
        {
            OptionResult { Tokens.Count: 0 } bare => language.Say($"{bare.Option.Name} needs a value.", $"{bare.Option.Name} attend une valeur.") + See(command, language),
            OptionResult typed => Of(typed.Option.Name, typed.Tokens, typed.Option, typed.Option.ValueType, language) ?? error.Message,
            ArgumentResult { Tokens.Count: 0 } missing => Missing(missing.Argument, command, language),
            ArgumentResult typed => Of(NameOf(typed.Argument), typed.Tokens, typed.Argument, typed.Argument.ValueType, language) ?? error.Message,
            CommandResult when command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0) is { } missing => Missing(missing, command, language),
            _ => error.Message,
        };
    }

    private static string? Of(string name, IReadOnlyList<Token> tokens, Symbol symbol, Type type, Language language)
    {
        string[] allowed = [.. symbol.GetCompletions(CompletionContext.Empty).Select(item => item.Label)];
        foreach (string word in tokens.Select(token => token.Value))
        {
            if (allowed.Length > 0 && !allowed.Contains(word))
            {
                string list = string.Join(", ", allowed);
                string near = Spelling.Nearest(word, allowed) is { } nearest ? language.Say($" Did you mean {nearest}?", $" Vouliez-vous dire {nearest} ?") : string.Empty;
                return language.Say($"\"{word}\" cannot be given for {name}: one of {list}.", $"« {word} » ne convient pas pour {name} : au choix, {list}.") + near;
            }

            if (IsNumber(Nullable.GetUnderlyingType(type) ?? type, word) == false)
            {
                return language.Say($"{name} takes a number, not \"{word}\".", $"{name} attend un nombre, et non « {word} ».");
            }
        }

        return null;
    }

    /// <summary>Whether a word is a number of a type; null when the type is none.</summary>
    private static bool? IsNumber(Type type, string word) =>
        type == typeof(int) ? int.TryParse(word, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
        : type == typeof(long) ? long.TryParse(word, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
        : type == typeof(double) ? double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        : null;

    private static string Missing(Argument argument, Command command, Language language) =>
        language.Say($"{HelpPage.NameOf(command)} needs {NameOf(argument)}.", $"{HelpPage.NameOf(command)} attend {NameOf(argument)}.") + See(command, language);

    private static string See(Command command, Language language) =>
        language.Say($" See {HelpPage.NameOf(command)} --help.", $" Voyez {HelpPage.NameOf(command)} --help.");

    private static string NameOf(Argument argument) => argument.HelpName ?? argument.Name;
}
