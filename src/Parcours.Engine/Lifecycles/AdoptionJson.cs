using System.Text.Json.Serialization;

namespace Parcours.Engine.Lifecycles;

/// <summary>How adoptions are written: generated at build time, so that a start does not pay for reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(List<Adoption>))]
internal sealed partial class AdoptionJson : JsonSerializerContext;
