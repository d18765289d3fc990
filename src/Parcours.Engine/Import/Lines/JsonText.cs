using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parcours.Engine.Import.Lines;

/// <summary>How payloads are written: accents as they are.</summary>
internal static class JsonText
{
    /// <summary>For serialising small objects.</summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
