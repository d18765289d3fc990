using System.CommandLine;

namespace Parcours.Cli.Frame;

/// <summary>The help of a verb: what it does, how to type it, its options and examples. The same bytes whatever the terminal.</summary>
internal static class HelpPage
{
    /// <summary>Writes the help of a command.</summary>
    /// <param name="to">Where.</param>
    /// <param name="command">The root, a group or a verb.</param>
    /// <param name="language">The language of the headings; descriptions already are in it.</param>
    /// <param name="options">The options that every verb takes.</param>
    public static void Write(TextWriter to, Command command, Language language, GlobalOptions options)
    {
        to.WriteLine(command.Description);
        to.WriteLine();
        to.WriteLine(language.Say("Usage:", "Utilisation :"));
        to.WriteLine("  " + UsageOf(command, language));
        Section(to, language.Say("Verbs:", "Verbes :"), command.Subcommands.Where(verb => !verb.Hidden).Select(verb => (verb.Name, verb.Description)));
        Section(to, language.Say("Arguments:", "Arguments :"), command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Section(to, language.Say("Options:", "Options :"), command.Options.Except(options.All).Where(option => !option.Hidden).Select(RowOf));
        Section(to, language.Say("Options of every verb:", "Options de tous les verbes :"), options.All.Select(RowOf));
        if (command is Verb { Examples.Count: > 0 } shown)
        {
            Section(to, language.Say("Examples:", "Exemples :"), shown.Examples.Select(example => (example, (string?)null)));
        }

        if (command is RootCommand)
        {
            to.WriteLine();
            to.WriteLine(language.Say("parcours VERB --help tells more about a verb.", "parcours VERBE --help en dit plus sur un verbe."));
        }
    }

    /// <summary>The full name of a command, as typed.</summary>
    public static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{NameOf(parent)} {command.Name}" : "parcours";

    private static string UsageOf(Command command, Language language)
    {
        string usage = NameOf(command);
        if (command.Subcommands.Count > 0)
        {
            usage += language.Say(" VERB", " VERBE");
        }

        foreach (Argument argument in command.Arguments)
        {
            string word = argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "..." : argument.Name;
            usage += argument.Arity.MinimumNumberOfValues == 0 ? $" [{word}]" : $" {word}";
        }

        return usage + " [options]";
    }

    private static (string Left, string? Right) RowOf(Option option)
    {
        string names = string.Join(", ", option.Aliases.Where(alias => alias.Length == 2 && alias != "-?").Append(option.Name));
        return (option.HelpName is null ? names : $"{names} {option.HelpName}", option.Description);
    }

    private static void Section(TextWriter to, string title, IEnumerable<(string Left, string? Right)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        to.WriteLine();
        to.WriteLine(title);
        int width = all.Max(row => row.Left.Length) + 2;
        foreach ((string left, string? right) in all)
        {
            to.WriteLine(right is null ? "  " + left : $"  {left.PadRight(width)}{right}");
        }
    }
}
