using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Consent;

namespace Parcours.Server.Consent;

/// <summary>What somebody allowed and forbade.</summary>
/// <param name="Standing">What holds now: the last word on each channel and purpose.</param>
/// <param name="History">Everything they ever said about it, the earliest first.</param>
internal sealed record ConsentAnswer(IReadOnlyList<ConsentAnswer.Said> Standing, IReadOnlyList<ConsentAnswer.Said> History)
{
    internal static ConsentAnswer Of(IReadOnlyList<Permission> said) => new([.. Permissions.Standing(said).Select(Said.Of)], [.. said.Select(Said.Of)]);

    /// <summary>What was said once.</summary>
    /// <param name="Channel">Which channel; none for all of them.</param>
    /// <param name="Purpose">What for; empty for everything.</param>
    /// <param name="Given">Whether it was given; false when it was withdrawn.</param>
    /// <param name="At">When.</param>
    /// <param name="Proof">What the source said beside it: the text shown, how, where; null for nothing.</param>
    internal sealed record Said(Channel Channel, string Purpose, bool Given, Instant At, JsonElement? Proof)
    {
        internal static Said Of(Permission one) =>
            new(one.Channel, one.Purpose, one.Given, one.At, one.Proof is null ? null : JsonDocument.Parse(one.Proof).RootElement);
    }
}
