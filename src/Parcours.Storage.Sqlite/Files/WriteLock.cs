using System.Diagnostics;
using System.Globalization;
using Parcours.Engine.Workspaces;

namespace Parcours.Storage.Sqlite.Files;

/// <summary>
/// The right to write to a workspace: a file the system holds for this process and lets go when it ends, however it ends.
/// Who holds it is written in a file beside, so that a second writer can say so; what is left there by a killed process is no obstacle.
/// </summary>
internal sealed class WriteLock : IDisposable
{
    /// <summary>The file that the system holds.</summary>
    internal const string LockName = "parcours.lock";

    /// <summary>The file that says who.</summary>
    internal const string HolderName = "parcours.writer";

    private readonly FileStream _held;
    private readonly string _holder;

    private WriteLock(FileStream held, string holder)
    {
        _held = held;
        _holder = holder;
    }

    /// <summary>Takes the right to write.</summary>
    /// <exception cref="WorkspaceException">Another process has it, or the folder cannot be written.</exception>
    internal static WriteLock Take(string folder)
    {
        string path = Path.Combine(folder, LockName);
        string holder = Path.Combine(folder, HolderName);
        FileStream held;
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new WorkspaceException(
                File.Exists(path) && Faults.RefusalOf(folder, fault) is WorkspaceRefusal.Unreadable
                    ? new WorkspaceRefusal.Held(folder, HolderIn(holder))
                    : Faults.RefusalOf(folder, fault),
                fault);
        }

        try
        {
            File.WriteAllText(holder, Sentence());
        }
        catch (IOException)
        {
            // A full disk must not stop a writer that may only delete: the second writer reads a vaguer sentence.
        }

        return new WriteLock(held, holder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.Delete(_holder);
        }
        catch (IOException)
        {
            // It only names a holder; the lock itself is what counts.
        }

        _held.Dispose();
    }

    private static string Sentence()
    {
        using var self = Process.GetCurrentProcess();
        string[] words = Environment.GetCommandLineArgs();
        string verb = string.Join(' ', words.Skip(1).Take(2));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"process {self.Id} ({Path.GetFileNameWithoutExtension(words[0])} {verb}, started {self.StartTime.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC)");
    }

    private static string HolderIn(string path)
    {
        try
        {
            string text = File.ReadAllText(path).Trim();
            return text.Length > 0 ? text : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
