using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Management;
using Parcours.Engine.Reports.Writing;
using Parcours.Server.Hosting;
using Parcours.Server.Live;
using Parcours.Server.Screens;
using Parcours.Web.Management;
using Parcours.Web.Shell;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Server.Letters;

/// <summary>
/// The management page as a letter, each Monday at seven in the workspace's zone, in both languages: files in the workspace's folder <c>outbox</c>, ready for a mail program.
/// A letter missed while the server was down is written when it comes back, once.
/// </summary>
internal sealed partial class MondayLetters(LiveState live, ServerOptions options, TimeProvider time, IServiceProvider services, ILoggerFactory logs) : BackgroundService
{
    private const int Hour = 7;

    /// <summary>The folder, inside the workspace's.</summary>
    internal const string Folder = "outbox";

    /// <summary>Writes the letters of the last Monday that are not there yet.</summary>
    /// <returns>The files written.</returns>
    internal async Task<IReadOnlyList<string>> WriteAsync()
    {
        var known = new AnswerSource(live.Workspace.Histories, live.Library(), options.Workspace);
        if (known.Span.IsEmpty)
        {
            return [];
        }

        DateOnly monday = LastMonday(known.Histories);
        string folder = Path.Combine(options.Workspace, Folder);
        Directory.CreateDirectory(folder);
        List<string> written = [];
        foreach (ReportLanguage language in new[] { ReportLanguage.English, ReportLanguage.French })
        {
            string file = Path.Combine(folder, $"{monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-management.{language.Code}.eml");
            if (!File.Exists(file))
            {
                await File.WriteAllTextAsync(file + ".part", await LetterAsync(known, monday, language));
                File.Move(file + ".part", file);
                written.Add(file);
            }
        }

        return written;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WriteAsync();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(logs.CreateLogger("Parcours.Letters"), fault.GetType().FullName, fault.StackTrace);
            }

            HistoryBase histories = live.Workspace.Histories;
            Instant next = MomentOf(histories, LastMonday(histories).AddDays(7));
            var wait = TimeSpan.FromMicroseconds(next.Micros - Instant.From(time.GetUtcNow()).Micros);
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.FromMinutes(1), time, stoppingToken);
        }
    }

    private static Instant MomentOf(HistoryBase histories, DateOnly monday) => new(histories.Calendar.StartOfDay(Calendar.DayOf(monday)).Micros + (Hour * 3_600_000_000L));

    private DateOnly LastMonday(HistoryBase histories)
    {
        var now = Instant.From(time.GetUtcNow());
        DateOnly today = Calendar.DateOf(histories.Calendar.DayOf(now));
        DateOnly monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return MomentOf(histories, monday) <= now ? monday : monday.AddDays(-7);
    }

    private async Task<string> LetterAsync(AnswerSource known, DateOnly monday, ReportLanguage language)
    {
        HistoryBase histories = known.Histories;
        DateOnly first = Calendar.DateOf(histories.Calendar.DayOf(known.Span.First));
        DateOnly last = Calendar.DateOf(histories.Calendar.DayOf(known.Span.Last));
        last = last < monday ? last : monday.AddDays(-1); // a letter is about whole days
        last = last < first ? first : last;
        var frame = new Frame(language, "light", "/management", string.Empty, null, "Parcours", histories.Currency, first, last);
        ManagementMonth month = ManagementScreens.Read(known, frame, Objectives.Read(live.Document(Objectives.Document)).Of(last));
        await using var renderer = new HtmlRenderer(services, logs);
        string html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ManagementLetter>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { ["Frame"] = frame, ["Month"] = month }))).ToHtmlString());
        return Message(ManagementWords.Answer(frame, month), html, MomentOf(histories, monday));
    }

    // RFC 5322 and 2047: the subject and the body in base64, so that no line and no letter is out of bounds.
    private static string Message(string subject, string html, Instant at)
    {
        string body = Convert.ToBase64String(Encoding.UTF8.GetBytes(html), Base64FormattingOptions.InsertLineBreaks);
        string[] words = [.. subject.Chunk(20).Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?=")];
        string date = at.ToDateTimeOffset().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        return $"Subject: {string.Join("\r\n ", words)}\r\nDate: {date}\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n";
    }

    [LoggerMessage(1, LogLevel.Error, "Fault in a letter: {Type} {Trace}")]
    private static partial void LogFault(ILogger log, string? type, string? trace);
}
