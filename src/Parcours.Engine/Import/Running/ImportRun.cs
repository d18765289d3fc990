using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Import.Facts;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Refusals;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Import.Running;

/// <summary>One import under way: a thread reads, the caller's stores, batches go between.</summary>
internal sealed class ImportRun
{
    private const int BatchesInFlight = 16;

    /// <summary>More than one line in so many put aside, and the import stops before it is sealed.</summary>
    private const int Tolerance = 10;

    private readonly ImportPlan _plan;
    private readonly Calendar _calendar;
    private readonly Instant _latest;
    private readonly byte _currency;
    private readonly bool _assumed;
    private readonly string _sourceText;
    private byte _firstCurrency;

    public ImportRun(ImportPlan plan, WorkspaceSettings settings, DateTimeOffset now)
    {
        _plan = plan;
        _calendar = Calendar.Find(settings.ZoneId) ?? Calendar.Utc;
        int today = _calendar.DayOf(Instant.From(now));
        _latest = _calendar.EndOfDay(today);
        _assumed = plan.Request.Currency is null && settings.Currency == 0;
        Currencies.TryFind(plan.Request.AssumedCurrency, out byte assumed);
        _currency = plan.Request.Currency is { } code && Currencies.TryFind(code, out byte asked) ? asked : settings.Currency != 0 ? settings.Currency : assumed;
        _sourceText = plan.Kind + "\n" + plan.Source;

        string how = string.Join('\n', plan.Survey.Digest, _sourceText, Currencies.CodeOf(_currency), settings.ZoneId, plan.Habits.DayFirst, plan.Habits.CommaDecimal,
            today, plan.Request.Language, string.Join('\n', plan.Columns.Select(column => column.Column + "=" + column.Header)));
        Source = new ImportSource(Path.GetFileName(plan.Request.Path), plan.Kind, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(how))));
    }

    /// <summary>What is imported, for the store to know it again after an interruption.</summary>
    public ImportSource Source { get; }

    /// <summary>Reads the whole file into a session, and seals it unless too much was put aside.</summary>
    public ImportOutcome Into(IImportSession session, RecordBook records, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        using var quarantine = new QuarantineFile(_plan.Request.QuarantineFolder, Source.Name, Source.Fingerprint, _plan.Request.Language);
        var intake = new Intake(session, _sourceText, records) { Rejected = quarantine.Add };
        Pump(intake, session, progress, cancellation);
        ImportCounts counts = intake.Counts();
        var reasons = intake.Rejections.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key)
            .Select(pair => new QuarantineReason(RejectionReasons.Of(pair.Key), pair.Value.Count, pair.Value.Line, Short(pair.Value.Example))).ToList();
        var outcome = new ImportOutcome(counts, null)
        {
            Reasons = reasons,
            QuarantineFile = quarantine.Path,
            Facts = intake.Facts,
            Resumed = session.ResumedFacts,
            AssumedCurrency = _assumed && _firstCurrency == _currency && _firstCurrency != 0 && !_plan.Map.Has(Columns.Column.Currency) && !_plan.Habits.HasSigns ? Currencies.CodeOf(_currency) : null,
            OrdersAdjusted = intake.OrdersAdjusted,
            RefundedLess = intake.RefundedLess,
            JoinsRefused = intake.JoinsRefused,
        };
        long erased = intake.Rejections.GetValueOrDefault(Rejection.Erased).Count; // put aside on purpose: they say nothing against the file
        if ((counts.Quarantined - erased) * Tolerance > counts.Read && !_plan.Request.Force)
        {
            session.Abandon();
            return outcome with { Refusal = new TooManyQuarantined(counts.Quarantined, counts.Read, reasons, quarantine.Path) };
        }

        session.Seal(counts);
        return outcome;
    }

    private void Pump(Intake intake, IImportSession session, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        using var full = new BlockingCollection<FeedBatch>(BatchesInFlight);
        var empty = new ConcurrentBag<FeedBatch>();
        using var stop = new CancellationTokenSource();
        Task reading = Task.Factory.StartNew(() => ReadAll(full, empty, session.Erased, stop.Token), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (FeedBatch batch in full.GetConsumingEnumerable(cancellation))
            {
                intake.Take(batch);
                progress?.Report(new ImportProgress(batch.LinesRead, batch.BytesRead, _plan.Survey.Bytes, session.ResumedFacts));
                Array.Clear(batch.Rows, 0, batch.Count);
                batch.Count = 0;
                empty.Add(batch);
            }
        }
        catch
        {
            stop.Cancel();
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
            throw;
        }

        reading.GetAwaiter().GetResult();
    }

    private void ReadAll(BlockingCollection<FeedBatch> full, ConcurrentBag<FeedBatch> empty, ErasedKeys erased, CancellationToken stop)
    {
        try
        {
            var feed = new Feed(_sourceText, _plan.Survey.Lines, batch =>
            {
                full.Add(batch, stop);
                return empty.TryTake(out FeedBatch? next) ? next : new FeedBatch();
            });
            var context = new LineContext(_plan.Map, feed, _calendar, _latest, _plan.Habits.DayFirst, _plan.Habits.CommaDecimal, _currency) { Erased = erased };
            _firstCurrency = _plan.Format is null ? FactLines.ReadAll(_plan, context) : TableLines.ReadAll(_plan, context);
            feed.Flush();
        }
        finally
        {
            full.CompleteAdding();
        }
    }

    private static string Short(string example) => (example.Length > 80 ? string.Concat(example.AsSpan(0, 80), "…") : example).ReplaceLineEndings(" ");
}
