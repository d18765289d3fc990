namespace Parcours.Engine.Ingestion;

/// <summary>How much one request may bring.</summary>
public sealed record IngestionLimits
{
    /// <summary>The limits that clients of Segment know: 32 KB an event, 500 KB and 2,500 events a request.</summary>
    public static readonly IngestionLimits Default = new();

    /// <summary>Bytes of one message, 1,024 or more; default 32 KB.</summary>
    public int EventBytes { get; init; } = 32 * 1024;

    /// <summary>Bytes of a body once inflated, at least <see cref="EventBytes"/>; default 500 KB.</summary>
    public int BodyBytes { get; init; } = 500 * 1024;

    /// <summary>Messages of a body, 1 or more; default 2,500.</summary>
    public int Events { get; init; } = 2_500;

    /// <summary>How deep a message may be nested, 4 to 60; default 32.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>Attributes that one message may set; default 256. Each becomes a fact.</summary>
    public int Traits { get; init; } = 256;

    /// <summary>How far in the future a message may say it happened, once its sender's clock is corrected; default 5 minutes. Within it, it happened when it was received.</summary>
    public TimeSpan Future { get; init; } = TimeSpan.FromMinutes(5);
}
