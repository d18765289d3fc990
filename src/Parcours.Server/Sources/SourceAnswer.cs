using Parcours.Engine.Sources;
using Parcours.Server.Sources.Pulling;

namespace Parcours.Server.Sources;

/// <summary>A source as the API shows it: nothing secret.</summary>
/// <param name="Number">Its number; its account is kept under minus this number.</param>
/// <param name="Kind">As <c>shopify</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="HookPath">Where its webhooks are sent; null when none are taken.</param>
/// <param name="Secrets">How many secrets its webhooks may be signed with.</param>
/// <param name="Address">Where it is asked; null when it is not.</param>
/// <param name="EveryMinutes">How often it is asked.</param>
/// <param name="Created">When it was added.</param>
/// <param name="Pull">How asking it goes; null when it is not asked, or was not yet.</param>
internal sealed record SourceAnswer(int Number, string Kind, string Name, string? HookPath, int Secrets, Uri? Address, int? EveryMinutes, DateTimeOffset Created, PullState? Pull)
{
    internal static SourceAnswer Of(KeptSource source, PullState? pull) => new(
        source.Number, SourceKinds.NameOf(source.Kind), source.Name, source.HookPath, source.Secrets.Length, source.Address, source.IsAsked ? source.EveryMinutes : null, source.Created, source.IsAsked ? pull : null);
}
