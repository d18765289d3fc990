using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Access;

namespace Parcours.Cli.Access;

/// <summary>A key as verbs show it, wherever it was read: in the workspace, or from the server that holds it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">"write" or "server".</param>
/// <param name="Name">What its maker called it.</param>
/// <param name="Scopes">What a server key may do.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">From when on it is refused; null for never.</param>
/// <param name="Revoked">When it was revoked; null when it was not.</param>
/// <param name="Browser">Whether it was used from a web page.</param>
internal sealed record KeyLine(int Id, string Kind, string Name, IReadOnlyList<string> Scopes, Instant Created, Instant? Expires, Instant? Revoked, bool Browser)
{
    /// <summary>A key of the workspace.</summary>
    public static KeyLine Of(AccessKey key) => new(
        key.Id, key.Kind == KeyKind.Write ? "write" : "server", key.Name, [.. key.Scopes.Select(Engine.Access.Scopes.NameOf)], key.Created,
        key.Expires == Instant.Never ? null : key.Expires, key.Revoked == Instant.Never ? null : key.Revoked, key.Browser);

    /// <summary>A key of the server's answer.</summary>
    public static KeyLine Of(JsonElement key) => new(
        key.GetProperty("id").GetInt32(), key.GetProperty("kind").GetString()!, key.GetProperty("name").GetString()!,
        [.. key.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!)],
        At(key, "created")!.Value, At(key, "expires"), At(key, "revoked"), key.GetProperty("browser").GetBoolean());

    /// <summary>Writes its members.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("id", Id);
        json.WriteString("kind", Kind);
        json.WriteString("name", Name);
        json.WriteTexts("scopes", Scopes);
        json.WriteString("created", Created.ToString());
        json.WriteString("expires", Expires?.ToString());
        json.WriteString("revoked", Revoked?.ToString());
        json.WriteBoolean("browser", Browser);
    }

    private static Instant? At(JsonElement key, string name) =>
        key.GetProperty(name).GetString() is { } text ? Instant.From(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)) : null;
}
