using System.Text;

namespace Parcours.Cli.Frame;

/// <summary>Writes CSV files: UTF-8, commas, invariant numbers; whole or not at all.</summary>
internal static class CsvOut
{
    /// <summary>Writes a file under another name and puts it in place when it is whole.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="write">Writes the lines.</param>
    /// <exception cref="RefusedException">It cannot be written there.</exception>
    public static void Write(string file, Action<TextWriter> write)
    {
        string path = Path.GetFullPath(file);
        string part = path + ".part";
        try
        {
            using (var writer = new StreamWriter(part, false, new UTF8Encoding(false)) { NewLine = "\n" })
            {
                write(writer);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (RefusedException)
        {
            File.Delete(part);
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new Refusal("cannot_write", new(
                $"Cannot write {path}: {e.Message} Name another file with --out.",
                $"Impossible d'écrire {path} : {e.Message} Nommez un autre fichier avec --out.")));
        }
    }
}
