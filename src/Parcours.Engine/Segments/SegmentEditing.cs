using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parcours.Domain.Expressions;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Properties;

namespace Parcours.Engine.Segments;

/// <summary>Changes the segments of a workspace: nothing is written that cannot be used, nothing that somebody else changed meanwhile is written over.</summary>
/// <param name="workspaceFolder">The workspace's folder.</param>
/// <param name="library">Its segments.</param>
public sealed class SegmentEditing(string workspaceFolder, SegmentLibrary library)
{
    /// <summary>The most keys a list may have.</summary>
    public const int MostKeys = 2_000_000;

    private const int TagBytes = 16;
    private const int LongestMadeId = 40;
    private static readonly Lock Gate = new();

    private readonly SegmentFolder _folder = new(workspaceFolder);

    /// <summary>A name that nobody has, made from a title: "Big spenders" is big-spenders, then big-spenders-2. Empty when the title has no Latin letter or digit.</summary>
    public string NewId(string title)
    {
        string wanted = FieldName.Of(title).Replace('_', '-');
        wanted = wanted[..Math.Min(wanted.Length, LongestMadeId)].TrimEnd('-');
        if (!SegmentDefinition.IsId(wanted))
        {
            return string.Empty;
        }

        HashSet<string> taken = [.. library.Ids, "new", "discovery"]; // the last two are pages of their own
        return taken.Contains(wanted) ? Enumerable.Range(2, taken.Count).Select(number => $"{wanted}-{number}").First(name => !taken.Contains(name)) : wanted;
    }

    /// <summary>A tag of a segment's text and list: another text, another tag. Null for a segment that is not there.</summary>
    public string? TagOf(string id)
    {
        if (library.TextOf(id) is not { } text)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        foreach (string key in library.KeysOf(id))
        {
            hash.AppendData(Encoding.UTF8.GetBytes("\n" + key));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, TagBytes));
    }

    /// <summary>Writes a segment.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="text">The text of its file.</param>
    /// <param name="keys">The keys of its list; null keeps those it has.</param>
    /// <param name="known">The tag of what the writer read before; null when they read that there was none; the empty text to write whatever there is.</param>
    /// <param name="by">Who.</param>
    /// <param name="note">Why; may be empty.</param>
    /// <param name="now">When.</param>
    /// <exception cref="SegmentException">It cannot be written.</exception>
    public SegmentDefinition Save(string id, string text, IReadOnlyList<string>? keys, string? known, string by, string note, Instant now)
    {
        (SegmentDefinition? definition, ImmutableArray<ExpressionError> errors) = library.Check(text);
        if (definition is null)
        {
            throw new SegmentException(new SegmentRefusal.Invalid(errors));
        }

        if (definition.Id != id)
        {
            throw new SegmentException(new SegmentRefusal.OtherName(id, definition.Id));
        }

        if (keys?.Count > MostKeys)
        {
            throw new SegmentException(new SegmentRefusal.TooMany(MostKeys));
        }

        lock (Gate)
        {
            Expect(id, known);
            IReadOnlyList<string>? listed = definition.IsList ? keys ?? library.KeysOf(id) : null;
            if (listed is { Count: 0 })
            {
                throw new SegmentException(new SegmentRefusal.KeysMissing(id));
            }

            _folder.Save(id, text, definition.IsList ? keys : null, new SegmentVersion(now, by, note, text, listed?.Count));
        }

        return definition;
    }

    /// <summary>Takes a segment away; its changelog stays.</summary>
    /// <exception cref="SegmentException">There is none, another reads it, or it was changed meanwhile.</exception>
    public void Remove(string id, string? known, string by, string note, Instant now)
    {
        lock (Gate)
        {
            IReadOnlyList<string> ids = library.Ids;
            if (!ids.Contains(id))
            {
                throw new SegmentException(SegmentRefusal.Unknown.Of(id, ids));
            }

            Expect(id, known);
            string[] readers = [.. ids.Where(other => other != id && library.Unchecked(other)?.Where is { } where && Mention.In(where).Any(named => named.Word == "segment" && named.Id == id))];
            if (readers.Length > 0)
            {
                throw new SegmentException(new SegmentRefusal.Read(id, readers));
            }

            _folder.Remove(id, new SegmentVersion(now, by, note, null, null));
        }
    }

    private void Expect(string id, string? known)
    {
        if (known != string.Empty && TagOf(id) != known)
        {
            throw new SegmentException(new SegmentRefusal.Changed(id, library.TextOf(id)));
        }
    }
}
