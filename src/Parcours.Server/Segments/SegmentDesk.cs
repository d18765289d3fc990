using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Segments;
using Parcours.Server.Answers;
using Parcours.Server.Hosting;
using Parcours.Server.Live;

namespace Parcours.Server.Segments;

/// <summary>Where segments are read, counted and changed while the server runs: who follows them is told of each change.</summary>
internal sealed class SegmentDesk(LiveState live, BaseAnswering answers, ServerOptions options, IAccessStore access, TimeProvider time) : IDisposable
{
    /// <summary>How old the base may be that a condition is counted on while somebody types: parts that are known stay known so long.</summary>
    private static readonly TimeSpan _goodForTyping = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _atOnce = new(2);
    private readonly Lock _gate = new();
    private AnswerSource? _typed;
    private DateTimeOffset _typedSince;

    /// <summary>Now.</summary>
    internal Instant Now => Instant.From(time.GetUtcNow());

    /// <summary>The segments as their files stand.</summary>
    internal SegmentLibrary Library() => live.SegmentLibrary();

    /// <summary>What changes them.</summary>
    internal SegmentEditing Editing(SegmentLibrary library) => new(options.Workspace, library);

    /// <summary>Changes a segment, and tells who follows them.</summary>
    /// <exception cref="SegmentException">It cannot be.</exception>
    internal void Change(Caller by, string action, string name, Action<SegmentEditing> change)
    {
        change(Editing(Library()));
        access.Write(new Audited(Now, by, action), $"segment:{name}");
        live.Segments.Forget();
        live.Lifecycles.Wake();
        answers.Forget();
        lock (_gate)
        {
            _typed = null;
        }
    }

    /// <summary>Works something out on the base, two at once: nobody's typing takes the machine from what comes in.</summary>
    internal async Task<T> OnBaseAsync<T>(Func<AnswerSource, T> work, CancellationToken gone)
    {
        await _atOnce.WaitAsync(gone);
        try
        {
            return await Task.Run(() => work(Typed()), gone);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _atOnce.Dispose();

    private AnswerSource Typed()
    {
        lock (_gate)
        {
            HistoryBase histories = live.Workspace.Histories;
            if (_typed is null || (!ReferenceEquals(_typed.Histories, histories) && time.GetUtcNow() - _typedSince > _goodForTyping))
            {
                _typed = answers.Known();
                _typedSince = time.GetUtcNow();
            }

            return _typed;
        }
    }
}
