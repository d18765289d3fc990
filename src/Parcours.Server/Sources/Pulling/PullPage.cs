using System.Text.Json;

namespace Parcours.Server.Sources.Pulling;

/// <summary>A page of a list.</summary>
/// <param name="Entries">Its entries, as the shop writes them.</param>
/// <param name="Next">Where to go on.</param>
/// <param name="IsLast">Whether there is nothing more for now.</param>
internal sealed record PullPage(IReadOnlyList<JsonElement> Entries, PullCursor Next, bool IsLast);
