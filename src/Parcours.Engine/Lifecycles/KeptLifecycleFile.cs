using System.Text.Json;
using System.Text.Json.Serialization;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;

namespace Parcours.Engine.Lifecycles;

/// <summary>What was resolved of lifecycles, kept in the workspace's <c>models</c> folder so that a start need not scan the base to read one customer. A cache: no key of a person is in it.</summary>
internal static class KeptLifecycleFile
{
    private const int Format = 1;

    /// <summary>What is kept of a lifecycle; null for nothing of this format.</summary>
    public static KeptLifecycle? Read(string folder, string id) => KeptFile.Read(PathOf(folder, id), root =>
        root.GetProperty("format").GetInt32() != Format ? null : new KeptLifecycle(
            root.GetProperty("definition").GetString()!,
            root.GetProperty("zone").GetString()!,
            new Instant(root.GetProperty("at").GetInt64()),
            root.GetProperty("facts").GetInt64(),
            root.GetProperty("joins").GetInt64(),
            root.GetProperty("resolution").Deserialize(KeptLifecycleJson.Default.LifecycleResolution)!));

    /// <summary>Keeps it.</summary>
    public static void Write(string folder, string id, KeptLifecycle kept) => KeptFile.Write(folder, PathOf(folder, id), writer =>
    {
        writer.WriteNumber("format", Format);
        writer.WriteString("definition", kept.Definition);
        writer.WriteString("zone", kept.Zone);
        writer.WriteNumber("at", kept.At.Micros);
        writer.WriteNumber("facts", kept.Facts);
        writer.WriteNumber("joins", kept.Joins);
        writer.WritePropertyName("resolution");
        JsonSerializer.Serialize(writer, kept.Resolution, KeptLifecycleJson.Default.LifecycleResolution);
    });

    private static string PathOf(string folder, string id) => Path.Combine(folder, "models", $"lifecycle-{id}.json");
}

/// <summary>How it is written: generated at build time, so that a start does not pay for reflection.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(LifecycleResolution))]
internal sealed partial class KeptLifecycleJson : JsonSerializerContext;
