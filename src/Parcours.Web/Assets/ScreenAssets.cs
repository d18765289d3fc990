using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Web.Assets;

/// <summary>What pages load beside themselves: all of it ours to serve, under an address that changes with its content.</summary>
public static class ScreenAssets
{
    private static readonly Dictionary<string, Lazy<ScreenAsset>> _all = new(StringComparer.Ordinal)
    {
        ["tabler.css"] = new(() => Make("text/css; charset=utf-8", Read("tabler.min.css"))),
        ["screens.css"] = new(() => Make("text/css; charset=utf-8", Read("screens.css"))),
        ["arrivals.js"] = new(() => Make("text/javascript; charset=utf-8", Read("arrivals.js"))),
        ["drafts.js"] = new(() => Make("text/javascript; charset=utf-8", Read("drafts.js"))),
        ["editor.js"] = new(() => Make("text/javascript; charset=utf-8", Read("editor.js"))),
        ["theme.js"] = new(() => Make("text/javascript; charset=utf-8", Read("theme.js"))),
        ["htmx.js"] = new(() => Make("text/javascript; charset=utf-8", Read("htmx.min.js"))),
        ["echarts.js"] = new(() => Make("text/javascript; charset=utf-8", ReportAssets.Charts)),
        ["screens.js"] = new(() => Make("text/javascript; charset=utf-8", ReportAssets.Enclosed(ReportAssets.Drawing + Read("screens.js")))),
    };

    /// <summary>Where pages find an asset.</summary>
    /// <param name="name">Its name, as <c>screens.css</c>.</param>
    public static string AddressOf(string name) => $"/assets/{_all[name].Value.Hash}/{name}";

    /// <summary>An asset; null when there is none of that name and content.</summary>
    public static ScreenAsset? Find(string hash, string name) => _all.TryGetValue(name, out Lazy<ScreenAsset>? asset) && asset.Value.Hash == hash ? asset.Value : null;

    private static ScreenAsset Make(string type, string text)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        return new ScreenAsset(type, Convert.ToHexStringLower(SHA256.HashData(content))[..16], content, Compress(content, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)),
            Compress(content, stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> over)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = over(compressed))
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Parcours.Web." + name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
