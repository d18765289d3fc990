using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parcours.Domain.Expressions;
using Parcours.Domain.Time;
using Parcours.Engine.Files;

namespace Parcours.Engine.Definitions;

/// <summary>
/// The definitions of a workspace as texts that people change: the company's files, then those the product carries; each with its changelog in
/// <c>KIND/history/NAME.jsonl</c>. Nothing is written that cannot be used, nothing that somebody else changed meanwhile is written over. Any thread may call it.
/// </summary>
/// <param name="workspaceFolder">The workspace's folder.</param>
public sealed class DefinitionShelf(string workspaceFolder)
{
    private const int LongestName = 60;
    private const int TagBytes = 16;
    private static readonly Lock Gate = new();

    /// <summary>A tag of a text: another text, another tag. The tag of nothing is empty.</summary>
    public static string TagOf(string? text) => text is null ? string.Empty : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, TagBytes));

    /// <summary>The definitions of a kind, by id.</summary>
    public IReadOnlyList<ShelvedDefinition> List(DefinitionKind kind) =>
    [
        .. kind.BuiltInIds.Concat(OwnIds(kind)).Distinct().Order(StringComparer.Ordinal).Select(id =>
        {
            DefinitionCheck check = Check(kind, TextOf(kind, id)!);
            return new ShelvedDefinition(
                kind, id, check.Name, File.Exists(PathOf(kind, id)), check.Errors is [{ } error, ..] ? error.ToString() : null, HistoryOf(kind, id) is [.., { } last] ? last : null);
        }),
    ];

    /// <summary>The text in force; null for an unknown id.</summary>
    public string? TextOf(DefinitionKind kind, string id) => !IsName(id) ? null : File.Exists(PathOf(kind, id)) ? Lined(File.ReadAllText(PathOf(kind, id))) : BuiltInTextOf(kind, id);

    /// <summary>The text that the product carries; null when it carries none of that id.</summary>
    public string? BuiltInTextOf(DefinitionKind kind, string id) => IsName(id) && kind.BuiltInText(id) is { } text ? Lined(text) : null;

    /// <summary>Whether the company has a file of its own.</summary>
    public bool IsOwn(DefinitionKind kind, string id) => IsName(id) && File.Exists(PathOf(kind, id));

    /// <summary>What is wrong with a text, and the id it defines; nothing wrong and an id when it can be used.</summary>
    public DefinitionCheck Check(DefinitionKind kind, string text) => kind.Check(workspaceFolder, text);

    /// <summary>What happened to a definition, oldest first. A file that was changed by hand since is the last entry's no more.</summary>
    public IReadOnlyList<DefinitionVersion> HistoryOf(DefinitionKind kind, string id) => IsName(id) ? DefinitionHistory.Read(HistoryPathOf(kind, id)) : [];

    /// <summary>Writes a definition into the company's file; one of the product's is from then on the company's.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="text">The text.</param>
    /// <param name="known">The tag of the text that the writer changed; that of nothing for a new one.</param>
    /// <param name="by">Who.</param>
    /// <param name="note">Why; may be empty.</param>
    /// <param name="now">When.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="DefinitionRefusedException">It cannot be written.</exception>
    public bool Save(DefinitionKind kind, string id, string text, string known, string by, string note, Instant now)
    {
        if (!IsName(id))
        {
            throw new DefinitionRefusedException(new DefinitionRefusal.WrongName(id));
        }

        text = Lined(text);
        (string? written, _, ImmutableArray<ExpressionError> errors) = Check(kind, text);
        if (!errors.IsEmpty)
        {
            throw new DefinitionRefusedException(new DefinitionRefusal.Invalid(errors));
        }

        if (written != id)
        {
            throw new DefinitionRefusedException(new DefinitionRefusal.OtherName(id, written!));
        }

        lock (Gate)
        {
            string? current = TextOf(kind, id);
            if (TagOf(current) != known)
            {
                throw new DefinitionRefusedException(new DefinitionRefusal.Changed(id, current ?? string.Empty));
            }

            if (text == current)
            {
                return false;
            }

            string history = HistoryPathOf(kind, id);
            if (current is not null && (HistoryOf(kind, id) is not [.., { } last] || last.Text != current))
            {
                DefinitionHistory.Append(history, new DefinitionVersion(now, IsOwn(kind, id) ? "file" : "product", string.Empty, current));
            }

            WholeFile.Write(PathOf(kind, id), text);
            DefinitionHistory.Append(history, new DefinitionVersion(now, by, note, text));
            return true;
        }
    }

    /// <summary>Whether a text can name a definition: it comes from an address, and becomes the name of a file.</summary>
    public static bool IsName(string id) => id.Length is > 0 and <= LongestName && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_');

    private IEnumerable<string> OwnIds(DefinitionKind kind) => Directory.Exists(Path.Combine(workspaceFolder, kind.Folder))
        ? Directory.GetFiles(Path.Combine(workspaceFolder, kind.Folder), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(IsName)
        : [];

    private string PathOf(DefinitionKind kind, string id) => Path.Combine(workspaceFolder, kind.Folder, id + ".yaml");

    private string HistoryPathOf(DefinitionKind kind, string id) => Path.Combine(workspaceFolder, kind.Folder, "history", id + ".jsonl");

    // Browsers send line ends of their own, and may leave out the last.
    private static string Lined(string text) => text.TrimStart('\ufeff').ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
