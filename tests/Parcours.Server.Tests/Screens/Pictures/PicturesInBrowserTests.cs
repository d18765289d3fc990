using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Parcours.Browser;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens.Pictures;

/// <summary>The pictures that the documents show, taken of the sample shop. PARCOURS_UPDATE_SCREENSHOTS=1 takes those in docs/images anew.</summary>
[Trait("Needs", "Browser")]
public sealed partial class PicturesInBrowserTests(Chromium chromium)
{
    private const int MostBytes = 1_500_000;
    private const int FewestColours = 200;
    private static readonly string _kept = Path.Combine(Repository.Root, "docs", "images");

    // How many colours a picture has, seen at every eleventh pixel.
    private const string Count = """
        async data => {
          const picture = new Image();
          picture.src = 'data:image/webp;base64,' + data;
          await picture.decode();
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const pen = canvas.getContext('2d');
          pen.drawImage(picture, 0, 0);
          const pixels = new Uint32Array(pen.getImageData(0, 0, picture.width, picture.height).data.buffer);
          return [picture.width, picture.height, new Set(pixels.filter((_, at) => at % 11 === 0)).size];
        }
        """;

    [Fact]
    public async Task Picture_shows_its_page_in_the_size_asked_for()
    {
        bool isUpdate = Environment.GetEnvironmentVariable("PARCOURS_UPDATE_SCREENSHOTS") == "1";
        string folder = isUpdate ? _kept : Directory.CreateTempSubdirectory("parcours-pictures-").FullName;
        await TakeAsync(folder, customers: isUpdate ? 5000 : 300);

        IPage viewer = await chromium.Browser.NewPageAsync();
        foreach (string file in Picture.All.SelectMany(picture => new[] { picture.Below(folder), picture.Below(_kept) }).Distinct())
        {
            Assert.True(File.Exists(file), $"{file} is missing: PARCOURS_UPDATE_SCREENSHOTS=1 takes it");
            Picture picture = Picture.All.Single(each => each.File == Path.GetFileName(file));
            int[] seen = await viewer.EvaluateAsync<int[]>(Count, Convert.ToBase64String(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
            Assert.Equal((file, picture.Width, picture.Height), (file, seen[0], seen[1]));
            Assert.True(seen[2] >= FewestColours, $"{file} has {seen[2]} colours: is it blank?");
        }

        await viewer.CloseAsync();
        if (!isUpdate)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_picture_is_shown_and_they_are_light()
    {
        string[] shown = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Append(Path.Combine(Repository.Root, "README.md"))
            .SelectMany(file => Shown().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(Directory.EnumerateFiles(_kept).Select(Path.GetFileName).Order(StringComparer.Ordinal), shown);
        Assert.Superset(Picture.All.Select(picture => picture.File).ToHashSet(), shown.ToHashSet());
        Assert.InRange(Directory.EnumerateFiles(_kept).Sum(file => new FileInfo(file).Length), 1, MostBytes);
    }

    private async Task TakeAsync(string folder, int customers)
    {
        await using StartedServer server = await BrowsedShop.StartAsync(customers, new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
        foreach (Picture picture in Picture.All)
        {
            await using IBrowserContext context = await chromium.OpenAsync(server, "en-GB", picture.Width, picture.Height, picture.Theme);
            IPage page = await context.NewPageAsync();
            page.SetDefaultTimeout(120_000);
            await page.GotoAsync(new Uri(server.Server.Address, picture.Address).AbsoluteUri);
            await page.WaitForFunctionAsync("() => !document.querySelector('.working, .htmx-request, [data-chart]:not(:has(svg))')");
            ICDPSession wire = await context.NewCDPSessionAsync(page);
            JsonElement taken = (await wire.SendAsync("Page.captureScreenshot", new Dictionary<string, object> { ["format"] = "webp", ["quality"] = 90 }))!.Value;
            await File.WriteAllBytesAsync(picture.Below(folder), taken.GetProperty("data").GetBytesFromBase64());
        }
    }

    [GeneratedRegex(@"!\[[^\]]+\]\((?:docs/)?images/([^)]+)\)")]
    private static partial Regex Shown();
}
