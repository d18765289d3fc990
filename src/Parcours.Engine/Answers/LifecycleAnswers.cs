using System.Text.Json;
using Parcours.Domain.Conversion;
using Parcours.Domain.Flows;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Conversion;
using Parcours.Engine.Flows;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Answers;

/// <summary>What is told of lifecycles at a date, as the verbs tell it to machines. Dates are texts as people write them; null is now, or from the first fact.</summary>
public static class LifecycleAnswers
{
    private const int UsualDays = 30;
    private const int UsualTop = 20;

    /// <summary>The lifecycles there are.</summary>
    public static void List(Utf8JsonWriter json, AnswerSource known, string language)
    {
        json.WriteObjects("lifecycles", known.Library.Ids.Select(known.Find), definition =>
        {
            json.WriteString("id", definition.Id);
            json.WriteString("name", definition.Name.In(language));
            json.WriteString("subject", definition.Subject == SubjectType.Account ? "account" : "customer");
            json.WriteString("source", definition.Source);
            json.WriteObjects("stages", LifecycleJson.InPathOrder(definition), stage =>
            {
                json.WriteString("id", stage.Id);
                json.WriteString("name", stage.Name.In(language));
                json.WriteBoolean("on_path", stage.IsOnPath);
            });
        });
    }

    /// <summary>Where everybody stands, and who moved.</summary>
    public static void Stages(Utf8JsonWriter json, AnswerSource known, Instant now, string id, string? at, string? from)
    {
        LifecycleAnalysis analysis = known.Analyse(id);
        Instant date = known.At(at, now);
        LifecycleJson.Write(json, analysis, StageCounts.Of(analysis.Timelines, date), Transitions.Between(analysis.Timelines, From(known, from, date), date));
    }

    /// <summary>What moved between stages in a window, and what will move by itself.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="known">The base.</param>
    /// <param name="now">The present.</param>
    /// <param name="id">The lifecycle.</param>
    /// <param name="at">The end of the window.</param>
    /// <param name="from">Its beginning.</param>
    /// <param name="by">day, week, month, quarter or year for the counts over time; null for none.</param>
    /// <param name="next">How many days of changes to come; null for 30.</param>
    public static void Flows(Utf8JsonWriter json, AnswerSource known, Instant now, string id, string? at, string? from, string? by, int? next)
    {
        TimelineReading reading = Read(known, now, id, at);
        Instant? begin = From(known, from, reading.At);
        CalendarUnit? unit = by is null ? null : Unit(by, "day", "week", "month", "quarter", "year");
        reading.WriteHead(json);
        new FlowsAnswer(
            StageFlow.Between(reading.Timelines, begin, reading.At),
            Transitions.Between(reading.Timelines, begin, reading.At),
            UpcomingChanges.After(reading.Timelines, reading.Base, reading.At, Within("next", next ?? UsualDays, 1, 3650)),
            unit is { } period ? StageSeries.Over(reading.Timelines, reading.Base.Calendar, period, begin, reading.At) : null).Write(json, reading);
    }

    /// <summary>Where those of each stage at one date stand at a later one; a year apart when no first date is given.</summary>
    public static void Matrix(Utf8JsonWriter json, AnswerSource known, Instant now, string id, string? at, string? from)
    {
        TimelineReading reading = Read(known, now, id, at);
        MatrixJson.Write(json, reading, TransitionMatrix.Between(
            reading.Timelines, From(known, from, reading.At) ?? YearEarlier.Of(reading.At, reading.Base.Calendar), reading.At));
    }

    /// <summary>The commonest sequences of stages.</summary>
    public static void Paths(Utf8JsonWriter json, AnswerSource known, Instant now, string id, string? at, int? top)
    {
        TimelineReading reading = Read(known, now, id, at);
        long[] spend = NetSpend.PerSubject(reading.Base, reading.At);
        PathsJson.Write(json, reading, CommonPaths.Of(reading.Timelines, reading.At, Within("top", top ?? UsualTop, 1, 100_000), subject => spend[subject]));
    }

    /// <summary>The time spent in each stage.</summary>
    public static void Time(Utf8JsonWriter json, AnswerSource known, Instant now, string id, string? at)
    {
        TimelineReading reading = Read(known, now, id, at);
        TimeJson.Write(json, reading, TimeInStage.Of(reading.Timelines, reading.Base.Calendar, reading.At));
    }

    /// <summary>What share of each stage of the path leads on, and within how long.</summary>
    /// <exception cref="AnswerException">The lifecycle has no path.</exception>
    public static void Conversion(Utf8JsonWriter json, AnswerSource known, Instant now, string id, string? at, string? by, int? replicates)
    {
        TimelineReading reading = Read(known, now, id, at);
        var options = new ConversionOptions { YearEarlier = true, ByMonth = by is not null && Unit(by, "month") == CalendarUnit.Month };
        options = options with { Replicates = Within("replicates", replicates ?? options.Replicates, 0, 2000) };
        var conversion = PathConversion.Of(reading.Timelines, reading.Base.Subjects, reading.Base.Calendar, reading.At, options);
        if (conversion.Steps.IsEmpty)
        {
            throw new AnswerException(new("no_path", new(
                $"The lifecycle {id} has no path of two stages or more: add a `path` to its definition.",
                $"Le cycle de vie {id} n'a pas de parcours d'au moins deux phases : ajoutez un « path » à sa définition.")));
        }

        reading.WriteHead(json);
        ConversionJson.Write(json, reading.Timelines.Stages, conversion);
    }

    /// <summary>A number within bounds.</summary>
    /// <exception cref="AnswerException">It is not.</exception>
    public static int Within(string name, int number, int least, int most) => number >= least && number <= most
        ? number
        : throw new AnswerException(new("wrong_number", new($"{name} takes a number from {least} to {most}.", $"{name} prend un nombre de {least} à {most}.")));

    /// <summary>A calendar unit out of some.</summary>
    /// <exception cref="AnswerException">It is none of them.</exception>
    internal static CalendarUnit Unit(string name, params string[] allowed) => allowed.Contains(name)
        ? Enum.Parse<CalendarUnit>(name, ignoreCase: true)
        : throw new AnswerException(new("wrong_period", new($"by is one of {string.Join(", ", allowed)}.", $"by est au choix : {string.Join(", ", allowed)}.")));

    private static TimelineReading Read(AnswerSource known, Instant now, string id, string? at)
    {
        LifecycleAnalysis analysis = known.Analyse(id);
        return new TimelineReading(id, analysis.Definition.Name, known.At(at, now), known.Histories, analysis.Timelines);
    }

    private static Instant? From(AnswerSource known, string? text, Instant at) => known.MaybeAt(text) is { } from && from > at
        ? throw new AnswerException(new("window_backwards", new("from comes after at: swap the two dates.", "from vient après at : échangez les deux dates.")))
        : known.MaybeAt(text);
}
