using System.Text;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Flows;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Definitions;
using Parcours.Engine.Reports.Writing;
using Parcours.Engine.Segments;
using Parcours.Engine.Segments.Building;
using Parcours.Engine.Segments.Quality;
using Parcours.Server.Answers;
using Parcours.Server.Routes;
using Parcours.Web.Segments;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Segments looked at: all of them with how good they are, one of them, and the dictionary.</summary>
internal static class SegmentPages
{
    private const int MonthsBack = 36;
    private const int MonthsAhead = 12;
    private static readonly Callers _readers = Callers.Operators(Role.Viewer);
    private static readonly LocalText _segments = new("Segments", "Segments");

    internal static void Map(RouteTable routes)
    {
        routes.Get("/segments", _readers, ListAsync).ForPages();
        routes.Get("/segments/{id}", _readers, ShowAsync).ForPages();
        routes.Get("/dictionary", _readers, DictionaryAsync).ForPages();
        routes.Get("/dictionary.md", _readers, MarkdownAsync).ForPages();
    }

    private static async Task<IResult> ListAsync(HttpContext context, FrameReading frames, BaseAnswering answers)
    {
        Frame frame = frames.Of(context);
        (IReadOnlyList<SegmentLine> lines, SegmentQuality? quality) = await answers.WorkOutAsync(
            $"segments {frame.Date:yyyy-MM-dd} {frame.Language.Code} {Stamp(answers.Known().Segments.Library)}",
            (known, _) =>
            {
                Instant at = FrameReading.MomentOf(frame, known.Histories);
                SegmentLine[] read = [.. known.Segments.Library.Ids.Select(id => LineOf(known, frame, id, at))];
                return (Lines: (IReadOnlyList<SegmentLine>)read, Quality: read.Any(line => line.Fault is null) && !frame.IsEmpty ? SegmentQuality.Of(known, at) : null);
            },
            context.RequestAborted);
        return Screen.Show<SegmentsPage>(context, new { Frame = frame, Lines = lines, Quality = quality });
    }

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, BaseAnswering answers, string id)
    {
        Frame frame = frames.Of(context);
        AnswerSource now = answers.Known();
        SegmentDefinition definition = now.Segments.Library.Unchecked(id) ?? throw SegmentScreens.Unknown(id, now.Segments.Library);
        (IReadOnlyList<Figure> figures, (int, int) size) = await answers.WorkOutAsync(
            $"segment {id} {frame.Date:yyyy-MM-dd} {frame.Language.Code} {Stamp(now.Segments.Library)}",
            (known, _) => Read(known, frame, id, definition.Subject),
            context.RequestAborted);
        return Screen.Show<SegmentPage>(context, new
        {
            Frame = frame,
            Definition = definition,
            Size = size,
            Sentence = SentenceOf(now, frame, definition),
            Figures = figures,
            Versions = now.Segments.Library.HistoryOf(id),
        });
    }

    private static (IReadOnlyList<Figure> Figures, (int Members, int Of) Size) Read(AnswerSource known, Frame frame, string id, SubjectType type)
    {
        LifecycleAnalysis analysis = known.AnalyseSegment(id);
        HistoryBase histories = known.Histories;
        Instant at = FrameReading.MomentOf(frame, histories);
        IReadOnlyList<(Instant At, int Members)> sizes = SegmentSizes.ByMonth(analysis.Timelines, histories, at, MonthsBack);
        int of = known.Segments.Counter.Everybody(type, at).Count;
        return sizes.Count == 0
            ? ([], (0, of))
            : ([SegmentFigures.Size(sizes, histories.Calendar, frame.Language), SegmentFigures.Leaving(SegmentOutlook.Of(analysis, at), histories.Calendar, at, MonthsAhead, frame.Language)], (sizes[^1].Members, of));
    }

    private static async Task<IResult> DictionaryAsync(HttpContext context, FrameReading frames, BaseAnswering answers)
    {
        Frame frame = frames.Of(context);
        return Screen.Show<DictionaryPage>(context, new { Frame = frame, Entries = await EntriesAsync(frame, answers, context.RequestAborted) });
    }

    private static async Task<IResult> MarkdownAsync(HttpContext context, FrameReading frames, BaseAnswering answers)
    {
        Frame frame = frames.Of(context);
        return TypedResults.Text(DictionaryPage.Markdown(frame, await EntriesAsync(frame, answers, context.RequestAborted)), "text/markdown; charset=utf-8", Encoding.UTF8);
    }

    private static Task<IReadOnlyList<DictionaryEntry>> EntriesAsync(Frame frame, BaseAnswering answers, CancellationToken cancellation) => answers.WorkOutAsync(
        $"dictionary {frame.Lifecycle} {frame.Date:yyyy-MM-dd} {frame.Language.Code} {Stamp(answers.Known().Segments.Library)}",
        (known, _) =>
        {
            Instant at = FrameReading.MomentOf(frame, known.Histories);
            return (IReadOnlyList<DictionaryEntry>)[.. StagesOf(known, frame, at), .. known.Segments.Library.Ids.Select(id => EntryOf(known, frame, id, at)).OfType<DictionaryEntry>()];
        },
        cancellation);

    private static IEnumerable<DictionaryEntry> StagesOf(AnswerSource known, Frame frame, Instant at)
    {
        LifecycleAnalysis analysis = known.Analyse(frame.Lifecycle ?? FrameReading.UsualLifecycle);
        var counts = StageCounts.Of(analysis.Timelines, at);
        LifecycleDefinition definition = analysis.Definition;
        foreach ((Stage stage, int place) in definition.Stages.Select((stage, place) => (stage, place)))
        {
            string[] rules = [.. definition.Rules.Where(rule => rule.Stage == place).Select(rule => Words(known, frame).Of(ConditionText.Read(rule.When.Text))).Where(words => words.Length > 0 && words != "always")];
            yield return new DictionaryEntry(
                definition.Name, stage.Id, stage.Name, rules.Length > 0 ? string.Join(frame.Say("; or ", " ; ou "), rules) : frame.Say("all others", "tous les autres"), counts.PerStage[place],
                string.Empty, string.Empty, string.Empty, Frame.With("/customers", ("lifecycle", definition.Id), ("stage", stage.Id), ("at", Frame.Iso(frame.At))));
        }
    }

    private static DictionaryEntry? EntryOf(AnswerSource known, Frame frame, string id, Instant at)
    {
        SegmentLine line = LineOf(known, frame, id, at);
        if (line.Definition is not { } definition || line.Members is not { } members)
        {
            return null;
        }

        SegmentVersion? last = known.Segments.Library.HistoryOf(id) is [.., var version] ? version : null;
        string changed = last is null ? string.Empty : frame.Say("Changed ", "Modifié le ") + frame.Language.Date(Calendar.DateOf(known.Histories.Calendar.DayOf(last.At))) + (last.Note.Length > 0 ? ": " + last.Note : string.Empty);
        return new DictionaryEntry(_segments, id, definition.Name, definition.IsList ? frame.Say("those on a list", "ceux d’une liste") : line.Sentence, members, definition.Owner, definition.Strategy, changed, $"/segments/{id}");
    }

    private static SegmentLine LineOf(AnswerSource known, Frame frame, string id, Instant at)
    {
        SegmentDefinition? definition = known.Segments.Library.Unchecked(id);
        string? fault = definition is null ? frame.Say("its file cannot be read", "son fichier ne peut pas être lu")
            : definition.Where is not null && known.Segments.Library.ErrorsOf(definition) is [var error, ..] ? ExpressionWords.Line(error, frame.Language.Code) : null;
        return fault is not null
            ? new SegmentLine(id, definition, null, string.Empty, fault)
            : new SegmentLine(id, definition, frame.IsEmpty ? 0 : SegmentAnswers.Matching(known, $"segment({id})", definition!.Subject, at).Count, SentenceOf(known, frame, definition!), null);
    }

    private static string SentenceOf(AnswerSource known, Frame frame, SegmentDefinition definition) =>
        definition.Where is { } where ? Words(known, frame).Of(ConditionText.Read(where.Text)) : string.Empty;

    private static ConditionSentence Words(AnswerSource known, Frame frame) => new(frame.Language.Code, (kind, fields, value) => kind switch
    {
        FieldKind.Lifecycle => known.Library.AsWritten(value)?.Name.In(frame.Language.Code),
        FieldKind.Stage => known.Library.AsWritten(fields.GetValueOrDefault("lifecycle", string.Empty))?.Stages.FirstOrDefault(stage => stage.Id == value)?.Name.In(frame.Language.Code),
        FieldKind.Segment => known.Segments.Library.Unchecked(value)?.Name.In(frame.Language.Code),
        _ => null,
    });

    // Files are read at each question: another text, another answer.
    private static int Stamp(SegmentLibrary library)
    {
        var hash = default(HashCode);
        foreach (string id in library.Ids)
        {
            hash.Add(library.TextOf(id));
            hash.Add(library.KeysOf(id).Count);
        }

        return hash.ToHashCode();
    }
}
