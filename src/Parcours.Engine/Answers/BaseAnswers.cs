using System.Text.Json;
using Parcours.Domain.Cohorts;
using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Rfm;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Engine.Cohorts;
using Parcours.Engine.Definitions;
using Parcours.Engine.Indicators;
using Parcours.Engine.Rfm;
using Parcours.Engine.Rhythm;

namespace Parcours.Engine.Answers;

/// <summary>What is told of all customers together at a date, as the verbs tell it to machines.</summary>
public static class BaseAnswers
{
    private const double Median = 0.5;
    private const int UsualQuantiles = 5;

    /// <summary>Who came back and what they brought, by the period of the first order: month, week or day.</summary>
    public static void Cohorts(Utf8JsonWriter json, AnswerSource known, Instant now, string? by, string? at)
    {
        HistoryBase histories = OrderHolders.Of(known.Histories);
        Instant date = known.At(at, now);
        CohortJson.Write(json, CohortTable.Compute(histories, date, LifecycleAnswers.Unit(by ?? "month", "month", "week", "day")), date, histories.Currency);
    }

    /// <summary>Recency, frequency and money, beside the year before.</summary>
    public static void Rfm(Utf8JsonWriter json, AnswerSource known, Instant now, string? at, int? quantiles, string? map)
    {
        RfmMap? named = map is null ? null : MapOf(map);
        int count = LifecycleAnswers.Within("quantiles", quantiles ?? named?.Quantiles ?? UsualQuantiles, 2, 100);
        if (named is not null && named.Quantiles != count)
        {
            throw new AnswerException(new("wrong_number", new(
                $"The map {named.Id} is made for {named.Quantiles} quantiles: leave quantiles out.", $"La carte {named.Id} est faite pour {named.Quantiles} quantiles : retirez quantiles.")));
        }

        RfmMap? shown = named ?? (count == RfmMaps.Classic.Quantiles ? RfmMaps.Classic : null);
        HistoryBase histories = OrderHolders.Of(known.Histories);
        Instant date = known.At(at, now);
        RfmJson.Write(
            json, RfmAnalysis.Compute(histories, date, count), RfmAnalysis.Compute(histories, YearEarlier.Of(date, histories.Calendar), count), shown, histories.Currency);
    }

    /// <summary>The map of RFM groups of an id.</summary>
    /// <exception cref="AnswerException">There is none.</exception>
    internal static RfmMap MapOf(string id) => RfmMaps.All.FirstOrDefault(map => map.Id == id) ?? throw new AnswerException(new(
        "unknown_map",
        new(
            $"There is no map \"{id}\": {string.Join(", ", RfmMaps.All.Select(map => map.Id))}.",
            $"Il n'y a pas de carte « {id} » : {string.Join(", ", RfmMaps.All.Select(map => map.Id))}."),
        IsUnknown: true));

    /// <summary>How often the customers buy.</summary>
    public static void Rhythm(Utf8JsonWriter json, AnswerSource known, Instant now, string? at, string? category)
    {
        HistoryBase histories = OrderHolders.Of(known.Histories);
        int term = 0;
        if (!string.IsNullOrEmpty(category) && !histories.Vocabulary.TryFind(category, out term))
        {
            throw new AnswerException(new(
                "unknown_category",
                new($"No product of the workspace is in a category \"{category}\".", $"Aucun produit de l'espace n'est dans une catégorie « {category} »."),
                IsUnknown: true));
        }

        Instant date = known.At(at, now);
        RhythmFigures figures = RhythmCounts.At(histories, date, term).Figures(Median);
        ThresholdRule rule = RuleOf(known);
        Period? threshold = figures.Customers == 0 ? null : rule.From(figures.Days, figures.Customers);
        RhythmJson.Write(json, date, figures, rule, threshold, threshold is { } silence ? ComeBack.At(histories, date, silence, term) : default);
    }

    /// <summary>Sales, baskets, categories, attachment and abandoned carts of the year to a date, beside the year before.</summary>
    public static void Indicators(Utf8JsonWriter json, AnswerSource known, Instant now, string? at, string? lifecycle)
    {
        Calendar calendar = known.Histories.Calendar;
        Window window = Window.YearTo(known.At(at, now), calendar);
        LifecycleAnalysis analysis = known.Analyse(lifecycle ?? StageNames.Usual);
        var stages = new StageNames(analysis.Definition.Id, analysis.Definition.Subject, analysis.Timelines);
        HistoryBase histories = OrderHolders.Of(known.Histories, stages.Subject);
        new IndicatorsJson(json, histories, stages).Write(IndicatorSet.Compute(histories, window, stages), IndicatorSet.Compute(histories, window.YearBefore(calendar), stages));
    }

    private static ThresholdRule RuleOf(AnswerSource known)
    {
        try
        {
            return InactiveAfter.Of(known.Library);
        }
        catch (DefinitionException fault)
        {
            throw new AnswerException(new("definition_invalid", new($"{fault.Message} Mend the file.", $"{fault.Message} Corrigez le fichier.")));
        }
    }
}
