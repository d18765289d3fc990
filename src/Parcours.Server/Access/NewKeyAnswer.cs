using Parcours.Domain.Time;
using Parcours.Engine.Access;

namespace Parcours.Server.Access;

/// <summary>A key just made, with the text that is shown this once.</summary>
internal sealed record NewKeyAnswer(
    string Key, int Id, KeyKind Kind, string Name, IReadOnlyList<string> Scopes, Instant Created, Instant? Expires, Instant? Revoked, bool Browser)
{
    internal static NewKeyAnswer Of(NewKey made) => Of(made.Text, KeyAnswer.Of(made.Key));

    private static NewKeyAnswer Of(string text, KeyAnswer key) =>
        new(text, key.Id, key.Kind, key.Name, key.Scopes, key.Created, key.Expires, key.Revoked, key.Browser);
}
