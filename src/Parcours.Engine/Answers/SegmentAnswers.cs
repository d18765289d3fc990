using System.Text.Json;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Rfm;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Definitions;
using Parcours.Engine.Indicators;

namespace Parcours.Engine.Answers;

/// <summary>Who is meant by a segment at a date, and how many they are.</summary>
public static class SegmentAnswers
{
    /// <summary>How many customers there are in a segment, and what share of all with a fact by then.</summary>
    public static void Size(Utf8JsonWriter json, AnswerSource known, Instant now, SegmentAsked asked, string? at)
    {
        Instant date = known.At(at, now);
        int members = Members(known, asked, date).Count;
        int all = Everybody(known.Histories, date);
        json.WriteString("at", date.ToString());
        json.WriteNumber("customers", members);
        json.WriteNumber("of", all);
        json.WriteFigure("share", all == 0 ? null : (double)members / all);
    }

    /// <summary>The customers of a segment, in the order of the base.</summary>
    /// <exception cref="AnswerException">There is no such segment, stage or group, or the expression has an error.</exception>
    public static IReadOnlyList<int> Members(AnswerSource known, SegmentAsked asked, Instant at)
    {
        List<IReadOnlyList<int>> parts = [];
        if (asked.Where is { } where)
        {
            parts.Add([.. Matching(known, where, asked.Type, at).Subjects()]);
        }

        if (asked.Segment is { } segment)
        {
            parts.Add(InSegment(known, segment, at));
        }

        if (asked.Stage is { } stage)
        {
            parts.Add(InStage(known, asked.Lifecycle ?? StageNames.Usual, stage, at));
        }

        if (asked.Passage is { } passage)
        {
            parts.Add(Passed(known, asked.Lifecycle ?? StageNames.Usual, passage));
        }

        if (asked.Rfm is { } group)
        {
            parts.Add(InGroup(known, asked.Map ?? RfmMaps.Classic.Id, group, at));
        }

        return parts.Count switch
        {
            0 => throw new AnswerException(new("segment_missing", new(
                "Name a segment, a stage, an rfm group, or an expression with where.", "Nommez un segment, une phase (stage), un groupe RFM (rfm) ou une expression (where)."))),
            1 => parts[0],
            _ => [.. parts.Skip(1).Aggregate(parts[0].AsEnumerable(), (found, part) => found.Intersect(part)).Order()],
        };
    }

    /// <summary>Those that an expression of the language holds for.</summary>
    /// <exception cref="AnswerException">The expression has an error.</exception>
    public static Members Matching(AnswerSource known, string where, SubjectType type, Instant at)
    {
        SegmentDefinition asked = SegmentScope.Unnamed(new SourceText(where), type);
        ExpressionError? error = known.Segments.Library.ErrorsOf(asked) is [var first, ..] ? first : null;
        return (error is null ? known.Segments.Counter.Of(asked.Where!, type, at, out error) : null) ?? throw new AnswerException(new(
            "wrong_expression", new($"The expression cannot be read: {error}.", $"L'expression ne peut pas être lue : {ExpressionWords.Line(error!, "fr")}.")));
    }

    private static List<int> InSegment(AnswerSource known, string segment, Instant at)
    {
        Timelines timelines = known.AnalyseSegment(segment).Timelines;
        return [.. Enumerable.Range(0, timelines.SubjectCount).Where(subject => timelines.StageAt(subject, at) == SegmentDefinition.In)];
    }

    private static List<int> InStage(AnswerSource known, string lifecycle, string stage, Instant at)
    {
        LifecycleAnalysis analysis = known.Analyse(lifecycle);
        int wanted = StageOf(analysis.Definition, stage);
        Timelines timelines = analysis.Timelines;
        return [.. Enumerable.Range(0, timelines.SubjectCount).Where(subject => timelines.StageAt(subject, at) == wanted)];
    }

    private static List<int> Passed(AnswerSource known, string lifecycle, SegmentAsked.StagePassage passage)
    {
        LifecycleAnalysis analysis = known.Analyse(lifecycle);
        int? before = passage.FromStage is null ? null : passage.FromStage.Length == 0 ? -1 : StageOf(analysis.Definition, passage.FromStage);
        int? after = passage.ToStage is null ? null : StageOf(analysis.Definition, passage.ToStage);
        Timelines timelines = analysis.Timelines;
        bool Passes(int subject)
        {
            int was = timelines.StageAt(subject, passage.From);
            int became = timelines.StageAt(subject, passage.To);
            return became >= 0 && was == (before ?? was) && became == (after ?? became) && (was != became || (before is not null && after is not null));
        }

        return [.. Enumerable.Range(0, timelines.SubjectCount).Where(Passes)];
    }

    private static int StageOf(LifecycleDefinition definition, string stage) =>
        (definition.Stages.FirstOrDefault(one => one.Id == stage) ?? throw new AnswerException(new(
            "unknown_stage",
            new(
                $"The lifecycle {definition.Id} has no stage \"{stage}\": {string.Join(", ", definition.Stages.Select(one => one.Id))}.",
                $"Le cycle de vie {definition.Id} n'a pas de phase « {stage} » : {string.Join(", ", definition.Stages.Select(one => one.Id))}."),
            IsUnknown: true))).Index;

    private static List<int> InGroup(AnswerSource known, string id, string group, Instant at)
    {
        RfmMap map = BaseAnswers.MapOf(id);
        int wanted = map.Groups.ToList().FindIndex(one => one.Id == group);
        if (wanted < 0)
        {
            string ids = string.Join(", ", map.Groups.Select(one => one.Id));
            throw new AnswerException(new("unknown_group", new($"The map {id} has no group \"{group}\": {ids}.", $"La carte {id} n'a pas de groupe « {group} » : {ids}."), IsUnknown: true));
        }

        var analysis = RfmAnalysis.Compute(OrderHolders.Of(known.Histories), at, map.Quantiles);
        return [.. analysis.Scores.Where(score => map.GroupOf(score.Recency, score.Frequency, score.Money) == wanted).Select(score => score.Subject).Order()];
    }

    private static int Everybody(HistoryBase histories, Instant at) =>
        Enumerable.Range(0, histories.SubjectCount).Count(subject =>
            histories.Subjects.TypeOf(subject) == SubjectType.Customer && histories[subject] is { IsEmpty: false } history && history.Facts[0].At <= at);
}
