using Microsoft.Playwright;
using Parcours.Browser;

namespace Parcours.Engine.Reports;

/// <summary>A report opened in a browser of its own, with whatever it complained of or tried to load.</summary>
internal sealed class View : IAsyncDisposable
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PARCOURS_SCREENSHOTS");

    private readonly IBrowserContext _context;
    private readonly string _name;

    private View(IBrowserContext context, IPage page, string name)
    {
        _context = context;
        Page = page;
        _name = name;
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Console errors and warnings, uncaught faults, dialogs, and every request beyond the file itself.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Opens a report.</summary>
    public static async Task<View> Open(Chromium chromium, string model, string language, int width, string theme, bool scripts = true)
    {
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            AcceptDownloads = true,
        });
        IPage page = await context.NewPageAsync();
        var view = new View(context, page, $"{model}-{language}-{width}-{theme}{(scripts ? "" : "-noscript")}");
        string address = ReportPages.Write(model, language);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { view.Faults.Add(message.Text); } };
        page.PageError += (_, error) => view.Faults.Add(error);
        page.Dialog += (_, dialog) => { view.Faults.Add("dialog: " + dialog.Message); _ = dialog.DismissAsync(); };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && request.Url.Split('#')[0] != address)
            {
                view.Faults.Add("request: " + request.Url);
            }
        };
        await page.GotoAsync(address);
        return view;
    }

    /// <summary>Keeps pictures of the whole page, from top to bottom, when a folder is named.</summary>
    public async Task Keep()
    {
        if (Folder is null)
        {
            return;
        }

        float width = await Page.EvaluateAsync<float>("innerWidth");
        float height = await Page.EvaluateAsync<float>("document.documentElement.scrollHeight");
        float part = width < 500 ? 1600 : 1400;
        for (int i = 0; i * part < height; i++)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions
            {
                FullPage = true,
                Path = Path.Combine(Folder, $"{_name}-{i:00}.png"),
                Clip = new Clip { X = 0, Y = i * part, Width = width, Height = Math.Min(part, height - (i * part)) },
            });
        }
    }

    /// <summary>Keeps what a printer would get when a folder is named.</summary>
    public async Task KeepPrinted()
    {
        if (Folder is not null)
        {
            await Page.PdfAsync(new PagePdfOptions { Path = Path.Combine(Folder, _name + ".pdf"), PreferCSSPageSize = true, PrintBackground = true });
            await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Light });
            await Page.SetViewportSizeAsync(700, 1000);
            await Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
            await Keep();
            await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        }
    }

    /// <summary>Presses a button and returns the file it gives.</summary>
    public async Task<string> Download(string button, string name)
    {
        IDownload download = await Page.RunAndWaitForDownloadAsync(() => Page.Locator(button).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        return await download.PathAsync();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
