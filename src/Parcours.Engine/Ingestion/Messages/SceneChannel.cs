using System.Text.Json;
using Parcours.Domain.Facts;

namespace Parcours.Engine.Ingestion.Messages;

/// <summary>Where a message came through: the site or the app, by what its client says of itself.</summary>
internal static class SceneChannel
{
    /// <summary>The channel; <see cref="Channel.None"/> when nothing says it, as for a server's message.</summary>
    /// <param name="context">The message's context.</param>
    /// <param name="channel">Its member <c>channel</c>: web, mobile or server.</param>
    public static Channel Of(MessageType type, JsonElement context, JsonElement channel)
    {
        if (type == MessageType.Screen)
        {
            return Channel.App;
        }

        if (type == MessageType.Page || Is(channel, "web"u8))
        {
            return Channel.Web;
        }

        if (Is(channel, "mobile"u8))
        {
            return Channel.App;
        }

        if (context.ValueKind != JsonValueKind.Object)
        {
            return Channel.None;
        }

        if (context.TryGetProperty("page"u8, out JsonElement page) && page.ValueKind == JsonValueKind.Object)
        {
            return Channel.Web;
        }

        return context.TryGetProperty("library"u8, out JsonElement library) && library.ValueKind == JsonValueKind.Object && library.TryGetProperty("name"u8, out JsonElement name)
            && name.ValueKind == JsonValueKind.String ? OfLibrary(MessageText.Bytes(name)) : Channel.None;
    }

    private static bool Is(JsonElement value, ReadOnlySpan<byte> text) => value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static Channel OfLibrary(ReadOnlySpan<byte> name) =>
        name.IndexOf("analytics.js"u8) >= 0 || name.IndexOf("JavaScript"u8) >= 0 ? Channel.Web
        : name.IndexOf("-ios"u8) >= 0 || name.IndexOf("-android"u8) >= 0 || name.IndexOf("swift"u8) >= 0 || name.IndexOf("kotlin"u8) >= 0 || name.IndexOf("react-native"u8) >= 0
            || name.IndexOf("flutter"u8) >= 0 || name.IndexOf("android"u8) >= 0 || name.IndexOf("ios-"u8) >= 0 ? Channel.App
        : Channel.None;
}
