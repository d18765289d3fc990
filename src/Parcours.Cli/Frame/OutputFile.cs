using System.Text;

namespace Parcours.Cli.Frame;

/// <summary>A file that a verb writes for people to keep: beside its name first, then put in its place, so that nobody reads half of one.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file of text in UTF-8.</summary>
    /// <param name="path">Where.</param>
    /// <param name="write">Writes the text; false leaves things as they were.</param>
    /// <exception cref="RefusedException">The file cannot be written.</exception>
    public static void Write(string path, Func<TextWriter, bool> write)
    {
        string beside = path + ".part";
        try
        {
            bool keep;
            using (var writer = new StreamWriter(beside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                keep = write(writer);
            }

            if (keep)
            {
                File.Move(beside, path, overwrite: true);
            }
            else
            {
                File.Delete(beside);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            string reason = fault.Message.TrimEnd('.');
            throw new RefusedException(new("file_unwritable", new($"{path} cannot be written: {reason}.", $"{path} ne peut pas être écrit : {reason}.")));
        }
    }
}
