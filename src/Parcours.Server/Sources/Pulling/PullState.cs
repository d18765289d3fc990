using System.Text.Json;

namespace Parcours.Server.Sources.Pulling;

/// <summary>How asking a source goes: kept in its file after each page.</summary>
internal sealed record PullState
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>How far its customers were read.</summary>
    public PullCursor? Customers { get; init; }

    /// <summary>How far its orders were read.</summary>
    public PullCursor? Orders { get; init; }

    /// <summary>When everything there was had last been read; null when it never was.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When it was last asked.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Pages read in all.</summary>
    public long Pages { get; init; }

    /// <summary>Entries read in all; those read again count again.</summary>
    public long Entries { get; init; }

    /// <summary>Why the last try ended early; null when it did not.</summary>
    public string? Fault { get; init; }

    /// <summary>Reads a state; null when there is none yet.</summary>
    internal static PullState? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<PullState>(File.ReadAllBytes(path), Json);
        }
        catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes it; it is on the disk when the call returns.</summary>
    internal void Write(string path) => OwnersFolder.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, Json));
}
