namespace Parcours.Web.Assets;

/// <summary>A file that browsers load, compressed once for all.</summary>
/// <param name="Type">Its content type.</param>
/// <param name="Hash">A part of its hash, for its address.</param>
/// <param name="Content">As it is.</param>
/// <param name="Brotli">For clients that read <c>br</c>.</param>
/// <param name="Gzip">For clients that read <c>gzip</c>.</param>
public sealed record ScreenAsset(string Type, string Hash, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Brotli, ReadOnlyMemory<byte> Gzip);
