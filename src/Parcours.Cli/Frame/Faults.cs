using System.Globalization;

namespace Parcours.Cli.Frame;

/// <summary>What a person sees of a fault of ours: one sentence, and where the details are.</summary>
internal static class Faults
{
    /// <summary>Writes the sentence; the details go to a log, or to the error output when PARCOURS_DEBUG is 1.</summary>
    /// <returns><see cref="ExitCode.Fault"/>.</returns>
    public static int Report(Exception fault, Terminal terminal, Language language, bool json, Surroundings surroundings)
    {
        if (surroundings.Environment("PARCOURS_DEBUG") == "1")
        {
            terminal.Error.WriteLine(fault);
        }

        string? log = Log(fault, surroundings.Time.GetUtcNow());
        string where = log is null ? string.Empty : language.Say($" Details are in {log}.", $" Les détails sont dans {log}.");
        Answers.Error(terminal, json, "fault", language.Say(
            $"Something went wrong in Parcours, not in your command: {fault.Message}{where}",
            $"Une erreur s'est produite dans Parcours, et non dans votre commande : {fault.Message}{where}"));
        return ExitCode.Fault;
    }

    private static string? Log(Exception fault, DateTimeOffset now)
    {
        try
        {
            string folder = Path.Combine(Path.GetTempPath(), "parcours");
            Directory.CreateDirectory(folder);
            string stamp = now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
            string path = Path.Combine(folder, $"fault-{stamp}.log");
            File.WriteAllText(path, fault.ToString());
            return path;
        }
        catch (Exception)
        {
            return null; // a full disk must not hide the first fault
        }
    }
}
