using System.Collections.Immutable;
using System.Globalization;
using Parcours.Domain.Expressions;
using Parcours.Domain.Time;
using Parcours.Engine.Sources.Inbox;
using Parcours.Server.Hosting;
using Parcours.Server.Imports;

namespace Parcours.Server.Sources.Inbox;

/// <summary>
/// The watched folder <c>inbox</c> of the workspace. A file is taken when two looks found it the same; once imported it goes to <c>done</c>, or to <c>failed</c> with the
/// reason beside it. Used from one thread.
/// </summary>
internal sealed class InboxFolder(ServerOptions options, ImportShelf shelf, ImportWorker imports, TimeProvider time)
{
    private static readonly string[] Unfinished = [".part", ".tmp", ".filepart", ".crdownload", ".swp"];

    private readonly string _folder = Path.Combine(options.Workspace, "inbox");
    private readonly Dictionary<string, (long Size, DateTime Changed)> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _under = new(StringComparer.Ordinal);

    /// <summary>Looks once: takes what stands still, and puts away what was imported.</summary>
    internal void Look()
    {
        if (!Directory.Exists(_folder))
        {
            return;
        }

        foreach (FileInfo file in new DirectoryInfo(_folder).EnumerateFiles().Where(IsOne).OrderBy(file => file.Name, StringComparer.Ordinal).ToList())
        {
            if (_under.TryGetValue(file.Name, out int id))
            {
                PutAway(file, id);
            }
            else if (_seen.TryGetValue(file.Name, out (long Size, DateTime Changed) before) && before == (file.Length, file.LastWriteTimeUtc))
            {
                Take(file);
            }
            else
            {
                _seen[file.Name] = (file.Length, file.LastWriteTimeUtc);
            }
        }
    }

    private static bool IsOne(FileInfo file) => file.Name[0] is not ('.' or '~') && !Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

    private void Take(FileInfo file)
    {
        (InboxRules? rules, string? fault) = Rules();
        InboxRule? rule = rules?.Find(file.Name);
        if (rule is null)
        {
            Move(file, "failed", fault ?? $"No rule of {InboxRules.FileName} matches the name {file.Name}.");
            return;
        }

        int id = shelf.Open();
        var asked = new ImportAsked(id, file.Name, rule.Kind, rule.Map, rule.Currency, rule.Source, rule.Force, "en", Instant.From(time.GetUtcNow()));
        file.CopyTo(shelf.FileOf(asked), overwrite: true);
        shelf.Keep(asked);
        imports.Add(asked);
        _under[file.Name] = id;
    }

    private (InboxRules? Rules, string? Fault) Rules()
    {
        string path = Path.Combine(options.Workspace, InboxRules.FileName);
        if (!File.Exists(path))
        {
            return (null, $"There is no {InboxRules.FileName} in the workspace: it says what the files are.");
        }

        (InboxRules? rules, ImmutableArray<ExpressionError> errors) = InboxRules.Read(File.ReadAllText(path));
        return (rules, rules is null ? $"{InboxRules.FileName} cannot be used: {errors[0]}." : null);
    }

    private void PutAway(FileInfo file, int id)
    {
        ImportState state = imports.StateOf(id);
        if (!state.HasEnded)
        {
            return;
        }

        _under.Remove(file.Name);
        Move(file, state.Status == ImportState.Done ? "done" : "failed", state.Status == ImportState.Done ? null : $"{state.Code}: {state.Detail}");
    }

    // Nightly files often have the same name every night: none takes the place of another.
    private void Move(FileInfo file, string into, string? reason)
    {
        string folder = Path.Combine(_folder, into);
        Directory.CreateDirectory(folder);
        string stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        string path = Path.Combine(folder, $"{stamp}-{file.Name}");
        for (int copy = 2; File.Exists(path); copy++)
        {
            path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{stamp}-{copy}-{file.Name}"));
        }

        _seen.Remove(file.Name);
        if (reason is not null)
        {
            File.WriteAllText(path + ".reason.txt", reason + "\n");
        }

        file.MoveTo(path);
    }
}
