using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Parcours.Domain.Expressions;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Sources;
using Parcours.Engine.Sources.Mapping;
using Parcours.Server.Secrets;

namespace Parcours.Server.Sources;

/// <summary>
/// The sources of a workspace: a file each, in its folder <c>sources</c>. A running server sees what another process adds or removes there. Any thread may call it.
/// </summary>
public sealed partial class SourceBook
{
    private const string StateEnding = ".state.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = true,
    };

    private readonly string _folder;
    private readonly Seal _secrets;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, (string Stamp, OpenSource Source)> _open = new(StringComparer.Ordinal);

    /// <summary>The sources of a workspace.</summary>
    /// <param name="workspace">Its folder.</param>
    /// <param name="time">What time it is.</param>
    public SourceBook(string workspace, TimeProvider time)
    {
        _folder = Path.Combine(workspace, "sources");
        _secrets = new Seal(workspace, Seal.Sources);
        _time = time;
    }

    /// <summary>All sources, by name.</summary>
    public IReadOnlyList<KeptSource> All() => !Directory.Exists(_folder) ? [] :
    [
        .. Directory.EnumerateFiles(_folder, "*.json").Where(file => !file.EndsWith(StateEnding, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read).OfType<KeptSource>(),
    ];

    /// <summary>Adds a source.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="allowLoopback">Whether its address may be on this machine, unencrypted: for tests alone.</param>
    /// <exception cref="SourceException">It cannot be.</exception>
    public KeptSource Add(SourceRequest request, bool allowLoopback = false)
    {
        if (!SourceKinds.TryParse(request.Kind, out SourceKind kind))
        {
            throw new SourceException(new SourceRefusal.KindUnknown(request.Kind, Spelling.Nearest(request.Kind, SourceKinds.Names)));
        }

        Check(request, kind);
        Uri? address = request.Address is null ? null : OutboundGuard.Read(request.Address, allowLoopback) ?? throw new SourceException(new SourceRefusal.AddressInvalid(request.Address));
        OwnersFolder.Create(_folder);
        if (File.Exists(PathOf(request.Name)))
        {
            throw new SourceException(new SourceRefusal.NameTaken(request.Name));
        }

        var source = new KeptSource(
            NextNumber(),
            kind,
            request.Name,
            [.. request.Secrets.Select(_secrets.Hide)],
            address,
            address is null ? null : _secrets.Hide(request.Token!),
            Math.Clamp(request.EveryMinutes, 1, 1440),
            request.Since,
            request.OwnsCustomerNumbers,
            string.IsNullOrEmpty(request.OrderMember) ? null : request.OrderMember,
            _time.GetUtcNow());
        if (request.Mapping is { } mapping)
        {
            OwnersFolder.Write(MappingOf(request.Name), Encoding.UTF8.GetBytes(mapping));
        }

        OwnersFolder.Write(PathOf(request.Name), JsonSerializer.SerializeToUtf8Bytes(source, Json));
        return source;
    }

    /// <summary>Removes a source: its webhooks are no longer taken, it is no longer asked. What it told stays.</summary>
    /// <exception cref="SourceException">There is none of that name.</exception>
    public void Remove(string name)
    {
        if (!NamePattern().IsMatch(name) || !File.Exists(PathOf(name)))
        {
            throw new SourceException(new SourceRefusal.NotFound(name));
        }

        File.Delete(PathOf(name));
        File.Delete(MappingOf(name));
        File.Delete(StateOf(name));
        _open.TryRemove(name, out _);
    }

    /// <summary>Reads again what a source sent, as it was put aside or mended.</summary>
    /// <param name="number">The number that it was accounted under.</param>
    /// <param name="message">What it sent.</param>
    /// <param name="scene">What surrounded it.</param>
    /// <returns>Null when the number is no source's.</returns>
    public IngestionAnswer? ReadAgain(int number, ReadOnlyMemory<byte> message, SourceScene scene)
    {
        if (number >= 0 || AccountNumbers.IsImport(number))
        {
            return null;
        }

        try
        {
            return All().FirstOrDefault(kept => kept.KeyId == number) is { } kept && Find(kept.Name) is { } source
                ? new IngestionAnswer(null, source.Reader.ReadAgain(message, scene))
                : Unread("source_removed", "The source that sent it was removed: add it again under a new name, and let it send again.");
        }
        catch (SourceException fault)
        {
            return Unread(fault.Refusal.Code, fault.Refusal.English);
        }
        catch (CryptographicException)
        {
            return Unread("source_unusable", "The key of the sources' secrets is missing.");
        }

        static IngestionAnswer Unread(string reason, string detail) => new(new IngestionRefusal(422, reason, detail), []);
    }

    /// <summary>A source with its secrets and its reader; null when there is none of that name.</summary>
    /// <exception cref="SourceException">Its mapping file has errors.</exception>
    internal OpenSource? Find(string name)
    {
        if (!NamePattern().IsMatch(name) || !File.Exists(PathOf(name)))
        {
            return null;
        }

        string stamp = Stamp(PathOf(name)) + Stamp(MappingOf(name));
        if (_open.TryGetValue(name, out (string Stamp, OpenSource Source) known) && known.Stamp == stamp)
        {
            return known.Source;
        }

        if (Read(PathOf(name)) is not { } kept)
        {
            return null;
        }

        SourceMapping? mapping = kept.Kind == SourceKind.Generic ? Mapping(File.Exists(MappingOf(name)) ? File.ReadAllText(MappingOf(name)) : null) : null;
        var profile = new SourceProfile(kept.Name, kept.Kind) { OwnsCustomerNumbers = kept.OwnsCustomerNumbers, OrderMember = kept.OrderMember };
        var open = new OpenSource(kept, profile, new SourceReader(profile, mapping), mapping, [.. kept.Secrets.Select(_secrets.Open)], kept.Token is null ? null : _secrets.Open(kept.Token));
        _open[name] = (stamp, open);
        return open;
    }

    /// <summary>Where a source's progress is kept.</summary>
    internal string StateOf(string name) => Path.Combine(_folder, name + StateEnding);

    private static void Check(SourceRequest request, SourceKind kind)
    {
        if (!NamePattern().IsMatch(request.Name))
        {
            throw new SourceException(new SourceRefusal.NameInvalid(request.Name));
        }

        bool isHeard = SourceKinds.Sends(kind) && request.Secrets.Count > 0 && request.Secrets.All(secret => secret.Length > 0);
        bool isAsked = SourceKinds.IsAsked(kind) && !string.IsNullOrEmpty(request.Address) && !string.IsNullOrEmpty(request.Token);
        bool isHalf = (request.Secrets.Count > 0 && !isHeard) || ((request.Address ?? request.Token) is not null && !isAsked);
        if (isHalf || (!isHeard && !isAsked))
        {
            throw new SourceException(new SourceRefusal.NothingToDo(request.Kind, SourceKinds.Sends(kind), SourceKinds.IsAsked(kind)));
        }

        if (kind == SourceKind.Generic)
        {
            Mapping(request.Mapping);
        }
    }

    private static SourceMapping Mapping(string? text)
    {
        (SourceMapping? mapping, ImmutableArray<ExpressionError> errors) = SourceMapping.Read(text ?? throw new SourceException(new SourceRefusal.MappingMissing()));
        return mapping ?? throw new SourceException(new SourceRefusal.MappingInvalid(errors[0]));
    }

    private static KeptSource? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptSource>(File.ReadAllBytes(path), Json);
        }
        catch (FileNotFoundException)
        {
            return null; // removed meanwhile
        }
    }

    private static string Stamp(string path) => File.Exists(path) ? $"{File.GetLastWriteTimeUtc(path).Ticks}/{new FileInfo(path).Length};" : ";";

    // A number is never used again: what a removed source brought stays accounted under its own.
    private int NextNumber()
    {
        string path = Path.Combine(_folder, "numbers");
        int last = File.Exists(path) ? int.Parse(File.ReadAllText(path), System.Globalization.CultureInfo.InvariantCulture) : 0;
        int next = Math.Max(last, All().Select(source => source.Number).DefaultIfEmpty(0).Max()) + 1;
        OwnersFolder.Write(path, Encoding.ASCII.GetBytes(next.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return next;
    }

    private string PathOf(string name) => Path.Combine(_folder, name + ".json");

    private string MappingOf(string name) => Path.Combine(_folder, name + ".yaml");

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
