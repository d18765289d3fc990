using System.Collections.Concurrent;
using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Definitions;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Segments;

namespace Parcours.Engine.Answers;

/// <summary>One state of the base, with what questions about it are answered from. Lifecycles are analysed once. Safe to ask from several threads.</summary>
/// <param name="histories">The base.</param>
/// <param name="library">The lifecycles.</param>
/// <param name="folder">The workspace's folder, where fitted models are kept; null keeps nothing.</param>
/// <param name="find">The subjects that any of some keys name, -1 for nobody; null for the keys that subjects are shown by alone.</param>
public sealed class AnswerSource(HistoryBase histories, LifecycleLibrary library, string? folder, Func<IReadOnlyList<string>, IEnumerable<int>>? find = null)
{
    private SegmentReading? _segments;

    private readonly ConcurrentDictionary<string, Lazy<LifecycleAnalysis>> _analyses = new(StringComparer.Ordinal);

    private readonly Lazy<FactSpan> _span = new(() => FactSpan.Of(histories));

    /// <summary>The base.</summary>
    public HistoryBase Histories => histories;

    /// <summary>When its first and its last fact happened.</summary>
    public FactSpan Span => _span.Value;

    /// <summary>The lifecycles.</summary>
    public LifecycleLibrary Library => library;

    /// <summary>The workspace's folder; null keeps nothing.</summary>
    public string? Folder => folder;

    /// <summary>The segments of the workspace on the base.</summary>
    public SegmentReading Segments => LazyInitializer.EnsureInitialized(ref _segments, () => new SegmentReading(
        histories, new SegmentLibrary(folder, library), id => library.Find(id) is null ? null : Analyse(id), find ?? (keys => ListedSubjects.ByShownKey(histories, keys))));

    /// <summary>A lifecycle on the base.</summary>
    /// <exception cref="AnswerException">There is none of that id, or its file has errors.</exception>
    public LifecycleAnalysis Analyse(string id) => _analyses.GetOrAdd(id, asked => new(() => library.Analyse(Find(asked), histories))).Value;

    /// <summary>A lifecycle of the library.</summary>
    /// <exception cref="AnswerException">There is none of that id, or its file has errors.</exception>
    public LifecycleDefinition Find(string id) => Sound(() => library.Find(id) ?? throw Unknown(id));

    /// <summary>A segment of the workspace.</summary>
    /// <exception cref="AnswerException">There is none of that name, or its file has errors.</exception>
    public SegmentDefinition FindSegment(string id) => Sound(() => Segments.Library.Find(id) ?? throw new AnswerException(Refused(SegmentRefusal.Unknown.Of(id, Segments.Library.Ids))));

    /// <summary>A segment of the workspace, as a lifecycle on the base.</summary>
    /// <exception cref="AnswerException">There is none of that name, or its file has errors.</exception>
    public LifecycleAnalysis AnalyseSegment(string id) => Sound(() => Segments.Analyse(FindSegment(id).Id)!);

    /// <summary>All lifecycles that cover a type of subject, and whose files have no errors.</summary>
    public ImmutableArray<LifecycleAnalysis> AnalysesOf(SubjectType type) => [.. library.Ids.Where(id => CoversOrFails(id, type)).Select(Analyse)];

    /// <summary>The date somebody wrote, on the base's calendar.</summary>
    /// <param name="text">The date; null or empty for none.</param>
    /// <param name="otherwise">What holds when there is none.</param>
    /// <exception cref="AnswerException">It is no date.</exception>
    public Instant At(string? text, Instant otherwise) => MaybeAt(text) ?? otherwise;

    /// <summary>The date somebody wrote, on the base's calendar; null when nobody wrote one.</summary>
    /// <exception cref="AnswerException">It is no date.</exception>
    public Instant? MaybeAt(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : Moment.TryParse(text, out Moment moment) ? moment.On(histories.Calendar)
        : throw new AnswerException(new("wrong_date", new(
            $"\"{text}\" is no date: write 2026-03-01, or 2026-03-01T12:00:00Z.", $"« {text} » n'est pas une date : écrivez 2026-03-01, ou 2026-03-01T12:00:00Z.")));

    private static AnswerRefusal Refused(SegmentRefusal.Unknown refusal) => new(refusal.Code, refusal.Sentence, IsUnknown: true);

    private static T Sound<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DefinitionException fault)
        {
            throw new AnswerException(new("definition_invalid", new($"{fault.Message} Mend the file.", $"{fault.Message} Corrigez le fichier.")));
        }
    }

    // A file with errors is no reason to show nothing of the others; asking for it by its id says what is wrong.
    private bool CoversOrFails(string id, SubjectType type)
    {
        try
        {
            return library.Find(id)?.Subject == type;
        }
        catch (DefinitionException)
        {
            return false;
        }
    }

    private AnswerException Unknown(string id)
    {
        string? near = Spelling.Nearest(id, library.Ids);
        string ids = string.Join(", ", library.Ids);
        return new AnswerException(new(
            "unknown_lifecycle",
            new(
                $"There is no lifecycle \"{id}\"{(near is null ? string.Empty : $": did you mean \"{near}\"?")} There are: {ids}.",
                $"Il n'y a pas de cycle de vie « {id} »{(near is null ? string.Empty : $" : vouliez-vous dire « {near} » ?")} Il y a : {ids}."),
            IsUnknown: true));
    }
}
