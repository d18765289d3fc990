using Parcours.Engine.Ingestion;

namespace Parcours.Server.Ingestion;

/// <summary>How much clients may send.</summary>
public sealed record IngestionOptions
{
    /// <summary>The most that a body may have.</summary>
    public const int MostBodyBytes = 4 << 20;

    /// <summary>How much one request may bring.</summary>
    public IngestionLimits Limits { get; init; } = IngestionLimits.Default;

    /// <summary>Messages a second of one key, 1 or more; twice as many may come at once. Default 50,000.</summary>
    public int EventsPerSecond { get; init; } = 50_000;

    /// <summary>What is wrong with them, each fault in a sentence; empty when they can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        if (Limits.EventBytes < 1024)
        {
            faults.Add("a message may have 1 KB at least");
        }

        if (Limits.BodyBytes < Limits.EventBytes || Limits.BodyBytes > MostBodyBytes)
        {
            faults.Add($"a batch may have from as much as a message to {MostBodyBytes >> 10} KB");
        }

        if (Limits.Events < 1)
        {
            faults.Add("a batch may have 1 message at least");
        }

        if (EventsPerSecond < 1)
        {
            faults.Add("a key may send 1 message a second at least");
        }

        return faults;
    }
}
