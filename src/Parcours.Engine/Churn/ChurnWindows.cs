using Parcours.Domain.Expressions;
using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;
using Parcours.Statistics.Learners;

namespace Parcours.Engine.Churn;

/// <summary>Reads the windows of a churn definition from a base: features on histories cut at t0, outcomes on histories cut at t0 + horizon.</summary>
internal sealed class ChurnWindows
{
    /// <summary>The past of a larger base is tried on so many of its subjects: more change the third digit and cost minutes.</summary>
    public const int MostTried = 50_000;

    private const int Width = 16_384;

    private readonly HistoryBase _histories;
    private readonly Instant _asOf;
    private readonly LifecycleAnalysis _stages;
    private readonly Lazy<ChurnWindows>? _sample;
    private readonly int[] _attributes;

    /// <summary>The windows of a base.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="asOf">Which attributes tell customers apart is asked of the facts up to here.</param>
    public ChurnWindows(HistoryBase histories, Instant asOf)
        : this(histories, asOf, StagesOf(histories), histories.Subjects.Present > MostTried ? new(() => Sampled(histories, asOf)) : null)
    {
    }

    private ChurnWindows(HistoryBase histories, Instant asOf, LifecycleAnalysis stages, Lazy<ChurnWindows>? sample)
    {
        _histories = histories;
        _asOf = asOf;
        _stages = stages;
        _sample = sample;
        _attributes = AttributeScan.Telling(histories, asOf);
    }

    // As the product's own file says: thresholds adopted later would know the future.
    private static LifecycleAnalysis StagesOf(HistoryBase histories) => LifecycleLibrary.BuiltIn().Analyse(BuiltInLifecycles.Find("crm-segments")!, histories);

    private static ChurnWindows Sampled(HistoryBase histories, Instant asOf)
    {
        HistoryBase sample = histories.Sample(MostTried);
        return new ChurnWindows(sample, asOf, StagesOf(sample), null);
    }

    /// <summary>The windows that learners are tried on: of every subject, or of so many evenly spread where there are more.</summary>
    public ChurnWindows Tried => _sample?.Value.AsOf(_asOf) ?? this;

    /// <summary>The windows of the same base as of another date; what is costly is shared.</summary>
    /// <param name="at">Which attributes tell customers apart is asked of the facts up to here.</param>
    public ChurnWindows AsOf(Instant at) => at == _asOf ? this : new(_histories, at, _stages, _sample);

    /// <summary>The base.</summary>
    public HistoryBase Histories => _histories;

    /// <summary>The attributes that tell customers apart.</summary>
    public int[] Attributes => _attributes;

    /// <summary>The stages that are features.</summary>
    public LifecycleAnalysis Stages => _stages;

    /// <summary>The last local day at whose end a window could open and be closed at an instant.</summary>
    public int LastClosed(ChurnDefinition definition, Instant at)
    {
        Calendar calendar = _histories.Calendar;
        int day = calendar.DayOf(at) - (int)Math.Round(definition.Horizon.ApproximateDays);
        while (calendar.Add(calendar.EndOfDay(day), definition.Horizon) > at)
        {
            day--; // months differ in length, and the last day may not be over
        }

        return day;
    }

    /// <summary>Those eligible at a date, with their outcome.</summary>
    /// <param name="definition">What leaving is.</param>
    /// <param name="at">t0.</param>
    public ChurnWindow Closed(ChurnDefinition definition, Instant at)
    {
        Instant closes = _histories.Calendar.Add(at, definition.Horizon);
        int[] subjects = Eligible(definition, at);
        return new ChurnWindow(at, closes, subjects, Features(subjects, at), Left(definition, subjects, closes));
    }

    /// <summary>Those eligible at a date whose horizon is not over.</summary>
    public ChurnWindow Open(ChurnDefinition definition, Instant at)
    {
        int[] subjects = Eligible(definition, at);
        return new ChurnWindow(at, _histories.Calendar.Add(at, definition.Horizon), subjects, Features(subjects, at), []);
    }

    /// <summary>How many were eligible at a date, and how many of them had left at the end of the horizon.</summary>
    public (int Eligible, int Left) Count(ChurnDefinition definition, Instant at)
    {
        int[] subjects = Eligible(definition, at);
        return (subjects.Length, Left(definition, subjects, _histories.Calendar.Add(at, definition.Horizon)).Count(left => left));
    }

    /// <summary>Who is eligible at a date.</summary>
    public int[] Eligible(ChurnDefinition definition, Instant at)
    {
        bool[] eligible = new bool[_histories.SubjectCount];
        ForEach(definition.Eligible, definition, eligible.Length, (condition, subject) =>
            eligible[subject] = _histories.Subjects.TypeOf(subject) == definition.Subject && condition.Holds(subject, at));
        return [.. Enumerable.Range(0, eligible.Length).Where(subject => eligible[subject])];
    }

    private bool[] Left(ChurnDefinition definition, int[] subjects, Instant closes)
    {
        bool[] left = new bool[subjects.Length];
        ForEach(definition.Outcome, definition, subjects.Length, (condition, row) => left[row] = condition.Holds(subjects[row], closes));
        return left;
    }

    private FeatureTable Features(int[] subjects, Instant at)
    {
        Timelines timelines = _stages.Timelines;
        return Features(_histories, _attributes, FeatureScan.Compute(_histories, at, subjects), at, subject => Timelines.At(timelines.Of(subject), at) is >= 0 and var place ? timelines.Of(subject)[place] : null);
    }

    /// <summary>The features of some customers at a date.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="attributes">The attributes that tell customers apart.</param>
    /// <param name="values">What is read from their histories.</param>
    /// <param name="at">The date.</param>
    /// <param name="stageOf">The stage a customer is in; null for none.</param>
    public static FeatureTable Features(HistoryBase histories, int[] attributes, FeatureValues values, Instant at, Func<int, StageSpan?> stageOf)
    {
        int[] subjects = values.Subjects;
        float[] stage = new float[subjects.Length];
        float[] daysInStage = new float[subjects.Length];
        for (int row = 0; row < subjects.Length; row++)
        {
            StageSpan? span = stageOf(subjects[row]);
            stage[row] = span?.Stage ?? float.NaN;
            daysInStage[row] = span is { } stay ? (at.Micros - stay.From.Micros) / (float)Instant.MicrosPerDay : float.NaN;
        }

        float[][] known = AttributeScan.Compute(histories, at, subjects, attributes);
        return new FeatureTable(
        [
            .. FeatureList.All.Select((feature, column) => FeatureColumn.Number(feature.Id, values.Columns[column])),
            FeatureColumn.Category("stage", stage),
            FeatureColumn.Number("days_in_stage", daysInStage),
            .. attributes.Select((attribute, column) => FeatureColumn.Category(ChurnReason.AttributePrefix + histories.Vocabulary.TextOf(attribute), known[column])),
        ]);
    }

    // Each worker compiles its own condition: it is not shared between threads.
    private void ForEach(SourceText source, ChurnDefinition definition, int count, Action<Condition, int> each) => Parallel.For(
        0,
        (count + Width - 1) / Width,
        () => Condition.Compile(source, _histories, definition.Lengths, out ExpressionError? error) ?? throw new InvalidOperationException($"A checked condition has an error: {error}"),
        (range, _, condition) =>
        {
            int end = Math.Min(count, (range + 1) * Width);
            for (int i = range * Width; i < end; i++)
            {
                each(condition, i);
            }

            return condition;
        },
        _ => { });
}
