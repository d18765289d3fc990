using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Frame;

/// <summary>From the words typed to an exit code: parses, shows help or faults, runs the verb, words refusals.</summary>
internal static class CommandLineRun
{
    private const int BrokenPipe = 32;

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The words typed after "parcours".</param>
    /// <param name="surroundings">What surrounds the run.</param>
    /// <param name="cancellation">Cancelled when the person interrupts.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Surroundings surroundings, CancellationToken cancellation = default)
    {
        Terminal terminal = surroundings.Terminal;
        var language = Language.Of(args, surroundings.Environment);
        bool json = args.TakeWhile(arg => arg != "--").Contains("--json");
        try
        {
            int code = Answer(args, language, surroundings, json, cancellation);
            terminal.Out.Flush();
            return code;
        }
        catch (RefusedException refused)
        {
            Answers.Error(terminal, json, refused.Refusal.Code, language.Say(refused.Refusal.Message));
            return refused.ExitCode;
        }
        catch (WorkspaceException refused)
        {
            Refusal refusal = RefusalWords.Of(refused.Refusal);
            Answers.Error(terminal, json, refusal.Code, language.Say(refusal.Message));
            return ExitCode.Refused;
        }
        catch (BackupException refused)
        {
            Answers.Error(terminal, json, refused.Refusal.Code, language.Say(refused.Refusal.Sentence));
            return ExitCode.Refused;
        }
        catch (AccessException refused)
        {
            Answers.Error(terminal, json, refused.Refusal.Code, language.Say(refused.Refusal.Sentence));
            return ExitCode.Refused;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Answers.Error(terminal, json, "interrupted", language.Say("Interrupted.", "Interrompu."));
            return ExitCode.Refused;
        }
        catch (IOException closed) when ((closed.HResult & 0xFFFF) == BrokenPipe)
        {
            return ExitCode.Done; // the reader of our output (head, less) has seen enough
        }
        catch (Exception fault)
        {
            return Faults.Report(fault, terminal, language, json, surroundings);
        }
    }

    private static int Answer(string[] args, Language language, Surroundings surroundings, bool json, CancellationToken cancellation)
    {
        Terminal terminal = surroundings.Terminal;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Code); // the parser's own messages
        var options = new GlobalOptions(language);
        RootCommand root = Root(language, options);
        ParseResult parsed = root.Parse(args);
        Command command = parsed.CommandResult.Command;
        if (parsed.GetValue(options.Version))
        {
            terminal.Out.WriteLine(Version());
            return ExitCode.Done;
        }

        if (parsed.GetValue(options.Help) || args.Length == 0)
        {
            HelpPage.Write(terminal.Out, command, language, options);
            return ExitCode.Done;
        }

        if (UsageErrors.In(parsed, language) is { } fault)
        {
            Answers.Error(terminal, json, "wrong_usage", fault);
            return ExitCode.WrongUsage;
        }

        return ((Verb)command).Run(new VerbRun(parsed, language, surroundings, options, cancellation));
    }

    private static RootCommand Root(Language language, GlobalOptions options)
    {
        var root = new RootCommand(language.Say(
            "Parcours reads a company's orders and shows where every customer stands.",
            "Parcours lit les commandes d'une entreprise et montre où en est chaque client."));
        root.Options.Clear(); // ours speak both languages
        root.Directives.Clear();
        foreach (Option option in options.All)
        {
            root.Add(option);
        }

        foreach (Command verb in Verbs.All(language))
        {
            root.Add(verb);
        }

        return root;
    }

    private static string Version() =>
        typeof(CommandLineRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
