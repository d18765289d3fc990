namespace Parcours.Server.Samples;

/// <summary>How far the sample shop is loaded.</summary>
/// <param name="IsUnderWay">Whether it is being loaded now.</param>
/// <param name="Progress">The share done, 0 to 1.</param>
/// <param name="HasFailed">Whether the last try failed.</param>
internal sealed record SampleState(bool IsUnderWay, double Progress, bool HasFailed)
{
    internal static SampleState None { get; } = new(false, 0, false);
}
