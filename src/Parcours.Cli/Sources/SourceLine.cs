using System.Text.Json;
using Parcours.Engine.Sources;
using Parcours.Server.Sources;

namespace Parcours.Cli.Sources;

/// <summary>A source as verbs show it, whoever told of it: the workspace or its server.</summary>
internal sealed record SourceLine(int Number, string Kind, string Name, string? HookPath, string? Address)
{
    public static SourceLine Of(KeptSource source) => new(source.Number, SourceKinds.NameOf(source.Kind), source.Name, source.HookPath, source.Address?.OriginalString);

    public static SourceLine Of(JsonElement source) => new(
        source.GetProperty("number").GetInt32(), source.GetProperty("kind").GetString()!, source.GetProperty("name").GetString()!,
        source.GetProperty("hookPath").GetString(), source.GetProperty("address").GetString());

    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("number", Number);
        json.WriteString("kind", Kind);
        json.WriteString("name", Name);
        json.WriteString("hook_path", HookPath);
        json.WriteString("address", Address);
    }
}
