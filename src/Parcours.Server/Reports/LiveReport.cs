using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Churn;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Reports;
using Parcours.Server.Hosting;
using Parcours.Server.Live;
using Instant = Parcours.Domain.Time.Instant;

namespace Parcours.Server.Reports;

/// <summary>The report of the live base, at the end of its last day with a fact. Writing it takes a while, so it is written by one caller at a time and kept a minute in each language.</summary>
internal sealed class LiveReport(ServerOptions options, LiveState live, TimeProvider time)
{
    private const string Lifecycle = "crm-segments";
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(1);

    private readonly Lock _writing = new();
    private readonly Dictionary<string, (Instant At, string Html)> _pages = [];

    /// <summary>The page, a minute old at most.</summary>
    /// <param name="language">"en" or "fr".</param>
    internal string Html(string language)
    {
        lock (_writing)
        {
            var now = Instant.From(time.GetUtcNow());
            if (_pages.TryGetValue(language, out (Instant At, string Html) page) && now.Micros - page.At.Micros < _kept.TotalMicroseconds)
            {
                return page.Html;
            }

            LifecycleLibrary library = live.Library();
            LifecycleDefinition definition = library.Find(Lifecycle) ?? throw new InvalidOperationException($"There is no lifecycle {Lifecycle}.");
            ChurnDefinition leaving = new ChurnLibrary(options.Workspace).Find(ChurnLibrary.Usual) ?? throw new InvalidOperationException("There is no definition of leaving.");
            HistoryBase histories = live.Workspace.Histories;
            FactSpan span = FactSpan.Of(histories);
            Instant end = span.IsEmpty ? now : histories.Calendar.EndOfDay(histories.Calendar.DayOf(span.Last));
            string html = Report.Html(library.Analyse(definition, histories), end < now ? end : now, language, leaving, options.Workspace);
            _pages[language] = (now, html);
            return html;
        }
    }
}
