using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Segments;
using Parcours.Server.Hosting;
using Parcours.Server.Live;
using Parcours.Server.Refusals;

namespace Parcours.Server.Answers;

/// <summary>
/// Answers about all customers together. Each question is worked out once however many ask, and kept: an answer is sent again while the base stands as it
/// did, and for a time in proportion to the work behind it while the base moves on, so that questions never take the machine from what comes in.
/// </summary>
internal sealed class BaseAnswering(LiveState live, ServerOptions options, TimeProvider time) : IDisposable
{
    private const int MostKept = 1000;
    private const int WorthOfWork = 20; // kept for so many times what it took
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<Kept>>> _kept = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _atOnce = new(2);
    private readonly SemaphoreSlim _longOnes = new(1);
    private readonly Lock _gate = new();
    private AnswerSource? _known;
    private DateTimeOffset _knownSince;

    private Instant Now => Instant.From(time.GetUtcNow());

    /// <summary>The state of the base that questions are answered from at present: a second old at most.</summary>
    internal AnswerSource Known()
    {
        lock (_gate)
        {
            HistoryBase histories = live.Workspace.Histories;
            TimeSpan age = time.GetUtcNow() - _knownSince;
            if (_known is null || age > _longest || (age > _fresh && !ReferenceEquals(_known.Histories, histories)))
            {
                _known = new AnswerSource(
                    histories, live.Library(), options.Workspace,
                    keys => LiveSegments.Find(live.Workspace, keys));
                _knownSince = time.GetUtcNow();
            }

            return _known;
        }
    }

    /// <summary>Forgets every answer: a definition changed.</summary>
    internal void Forget()
    {
        lock (_gate)
        {
            _known = null;
        }

        _kept.Clear();
    }

    /// <summary>Answers a request in JSON: its address and language are the question.</summary>
    /// <param name="context">The request.</param>
    /// <param name="write">Writes the members of the answer, from the base, at a moment, in a language.</param>
    internal async Task<IResult> AnswerAsync(HttpContext context, Action<Utf8JsonWriter, AnswerSource, Instant, string> write)
    {
        string language = ReaderLanguage.Of(context.Request);
        return await WorkOutAsync(
            $"{language} {context.Request.Path}{context.Request.QueryString}",
            (known, now) => new AnsweredJson(JsonBytes.Of(json => write(json, known, now, language))),
            context.RequestAborted);
    }

    /// <summary>Works an answer out, or gives the one kept.</summary>
    /// <param name="question">The question: equal texts have equal answers on equal bases.</param>
    /// <param name="work">Works it out, from the base, at a moment.</param>
    /// <param name="cancellation">Ends the waiting, not the work, which others may wait for.</param>
    /// <param name="isLong">Whether it may take long: such work is done one at a time, so that it never stands before what is quick.</param>
    internal async Task<T> WorkOutAsync<T>(string question, Func<AnswerSource, Instant, T> work, CancellationToken cancellation, bool isLong = false)
        where T : notnull
    {
        if (_kept.TryGetValue(question, out Lazy<Task<Kept>>? before))
        {
            if (!before.Value.IsFaulted && await before.Value.WaitAsync(cancellation) is var kept && IsGood(kept))
            {
                return (T)kept.Answer;
            }

            _kept.TryRemove(KeyValuePair.Create(question, before));
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        Lazy<Task<Kept>> worked = _kept.GetOrAdd(question, _ => new(() => Task.Run(() => WorkAsync((known, now) => work(known, now), isLong ? _longOnes : _atOnce))));
        try
        {
            return (T)(await worked.Value.WaitAsync(cancellation)).Answer;
        }
        catch when (worked.IsValueCreated && worked.Value.IsFaulted)
        {
            _kept.TryRemove(KeyValuePair.Create(question, worked));
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _atOnce.Dispose();
        _longOnes.Dispose();
    }

    private bool IsGood(Kept kept)
    {
        TimeSpan age = time.GetUtcNow() - kept.Since;
        TimeSpan worth = WorthOfWork * kept.Took;
        return age < (ReferenceEquals(kept.Of, live.Workspace.Histories) ? (worth > _longest ? worth : _longest) : (worth > _fresh ? worth : _fresh));
    }

    private async Task<Kept> WorkAsync(Func<AnswerSource, Instant, object> work, SemaphoreSlim gate)
    {
        await gate.WaitAsync();
        try
        {
            long began = Stopwatch.GetTimestamp();
            AnswerSource known = Known();
            return new Kept(work(known, Now), known.Histories, time.GetUtcNow(), Stopwatch.GetElapsedTime(began));
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>An answer, what it is of, since when and what it took.</summary>
    private sealed record Kept(object Answer, HistoryBase Of, DateTimeOffset Since, TimeSpan Took);
}
