using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Reports;
using Parcours.Server.Hosting;
using Parcours.Server.Live;

namespace Parcours.Server.Reports;

/// <summary>The report of the base as it stands, written when somebody asks and kept for a while: the whole base is read for it.</summary>
internal sealed class LiveReport(LiveState live, ServerOptions options, TimeProvider time)
{
    private const string Lifecycle = "crm-segments";
    private static readonly TimeSpan _keptFor = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, (string Html, HistoryBase Histories, long At)> _kept = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>The page of a language.</summary>
    public string Html(string language)
    {
        lock (_gate)
        {
            HistoryBase histories = live.Workspace.Histories;
            bool isKept = _kept.TryGetValue(language, out (string Html, HistoryBase Histories, long At) kept)
                && (ReferenceEquals(kept.Histories, histories) || time.GetElapsedTime(kept.At) < _keptFor);
            if (!isKept)
            {
                kept = (Write(histories, language), histories, time.GetTimestamp());
                _kept[language] = kept;
            }

            return kept.Html;
        }
    }

    private string Write(HistoryBase histories, string language)
    {
        LifecycleLibrary library = live.Library();
        LifecycleDefinition definition = library.Find(Lifecycle)!;
        ChurnDefinition leaving = new ChurnLibrary(options.Workspace).Find(ChurnLibrary.Usual)!;
        Instant now = Instant.From(time.GetUtcNow());
        FactSpan span = FactSpan.Of(histories);
        Instant end = span.IsEmpty ? now : histories.Calendar.EndOfDay(histories.Calendar.DayOf(span.Last));
        return Report.Html(library.Analyse(definition, histories), end < now ? end : now, language, leaving, options.Workspace);
    }
}
