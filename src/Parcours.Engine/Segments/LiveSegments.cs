using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Live;

namespace Parcours.Engine.Segments;

/// <summary>
/// The members of a live base's segments: those of touched subjects are read again, who comes or goes by time alone does so at the instant, and each entry and exit is
/// announced once. A segment that is new or changed takes its members as announced.
/// </summary>
public sealed class LiveSegments : ILiveFollower
{
    private readonly LiveStages _stages;
    private readonly Func<SegmentLibrary> _library;

    /// <summary>Is ready to follow.</summary>
    /// <param name="live">The workspace.</param>
    /// <param name="library">The segments of the workspace as they stand: read anew at each call.</param>
    /// <param name="options">How late a fact may come, and how often what segments read is resolved.</param>
    /// <param name="clock">The time.</param>
    public LiveSegments(LiveWorkspace live, Func<SegmentLibrary> library, LiveOptions options, TimeProvider clock)
    {
        _library = library;
        _stages = new LiveStages(() => new FollowedSegments(library(), keys => Find(live, keys)), options, clock);
    }

    /// <inheritdoc/>
    public Instant Due => _stages.Due;

    /// <inheritdoc/>
    public bool HasNews => _stages.HasNews;

    /// <summary>The names of the segments whose entries and exits are announced.</summary>
    public IReadOnlyList<string> Names => _library().Ids;

    /// <summary>The subjects that keys of any kind name on a live base; -1 for nobody.</summary>
    public static IEnumerable<int> Find(LiveWorkspace live, IReadOnlyList<string> keys) =>
        live.Ask(graph => keys.Select(graph.FindAny).Select(identity => identity < 0 ? -1 : graph.PlaceOf(identity)).ToList()).GetAwaiter().GetResult();

    /// <summary>Whether a subject was last announced as a member; null when nothing was ever read of it. Only between two steps, or for tests.</summary>
    public bool? IsIn(string segment, int subject) => _stages.StageOf(SegmentDefinition.Prefix + segment, subject) is { } stage ? stage == "in" : null;

    /// <summary>A segment was added, changed or removed.</summary>
    public void Forget() => _stages.Forget();

    /// <inheritdoc/>
    public void Begin(LiveStep step) => _stages.Begin(step);

    /// <inheritdoc/>
    public void Follow(LiveStep step) => _stages.Follow(step);

    /// <inheritdoc/>
    public void Write(LiveCommit commit) => _stages.Write(commit);

    /// <inheritdoc/>
    public void Written() => _stages.Written();
}
