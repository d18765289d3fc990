using Parcours.Cli.Frame;

namespace Parcours.Cli.Sources;

/// <summary>Reads a secret that was typed, or better, where it lies: a command line is kept in histories and shown in lists of processes.</summary>
internal static class SecretText
{
    private const string Variable = "env:";
    private const string Place = "file:";

    /// <summary>The text itself, that of a file (<c>file:PATH</c>) or that of a variable (<c>env:NAME</c>), without blanks around it.</summary>
    public static string Read(VerbRun run, string typed)
    {
        if (typed.StartsWith(Variable, StringComparison.Ordinal))
        {
            string name = typed[Variable.Length..];
            return run.Environment(name)?.Trim() is { Length: > 0 } value ? value
                : throw new RefusedException(new Refusal("secret_missing", new($"The variable {name} is not set.", $"La variable {name} n'est pas définie.")));
        }

        return typed.StartsWith(Place, StringComparison.Ordinal) ? ReadFile(typed[Place.Length..]).Trim() : typed;
    }

    /// <summary>The text of a file.</summary>
    public static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new Refusal("file_missing", new($"The file {path} cannot be read.", $"Le fichier {path} ne peut pas être lu.")));
        }
    }
}
