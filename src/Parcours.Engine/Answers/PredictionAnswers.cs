using System.Text.Json;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Definitions;
using Parcours.Engine.Predictions;
using Parcours.Engine.Value;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Answers;

/// <summary>What is foretold of all customers, as the verbs tell it to machines. A date not given is the last day of the data: beyond it there is only silence.</summary>
public static class PredictionAnswers
{
    internal const string UsualChurn = "stopped-buying";
    private const int UsualHorizon = 90;
    private const int LongestHorizon = 3650;

    /// <summary>Orders, value and churn of all customers together.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="known">The base.</param>
    /// <param name="at">The date.</param>
    /// <param name="horizonDays">How far ahead; null for 90 days.</param>
    /// <param name="churn">What leaving is; null for stopped-buying.</param>
    /// <param name="language">"en" or "fr".</param>
    public static void Forecast(Utf8JsonWriter json, AnswerSource known, string? at, int? horizonDays, string? churn, string language)
    {
        ChurnDefinition definition = Find(known, churn ?? UsualChurn);
        definition = definition with { Horizon = Period.OfDays(LifecycleAnswers.Within("horizon", horizonDays ?? UsualHorizon, 1, LongestHorizon)) };
        HistoryBase histories = OrderHolders.Of(known.Histories);
        var forecasts = CustomerForecasts.Compute(known.Folder, definition, histories, known.At(at, LastDay(known.Histories)));
        ForecastJson.Write(json, forecasts, definition, histories.Currency, forecasts.NoChurn is { } refusal ? ChurnWords.Of(refusal, definition).Sentence.In(language) : null, language);
    }

    /// <summary>What customers are expected to spend.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="known">The base.</param>
    /// <param name="store">Where costs are read from.</param>
    /// <param name="at">The date.</param>
    /// <param name="horizonDays">How far ahead; null for a year.</param>
    /// <param name="backtestAt">An earlier date that is forecast too, and held against what was spent since; null for none.</param>
    public static void Value(Utf8JsonWriter json, AnswerSource known, IWorkspaceStore store, string? at, int? horizonDays, string? backtestAt)
    {
        var request = new ValueRequest(LifecycleAnswers.Within("horizon", horizonDays ?? (int)new ValueRequest().HorizonDays, 1, LongestHorizon));
        HistoryBase histories = OrderHolders.Of(known.Histories);
        Instant cut = known.At(at, LastDay(known.Histories));
        var history = PurchaseHistory.Of(histories, cut);
        FittedModel purchases = FittedModels.Of(known.Folder, new ModelRequest(request.Model), histories, history);
        FittedModel spend = FittedModels.Of(known.Folder, new ModelRequest(PredictionModels.Spend), histories, history);
        long[] unitCosts = ProductCosts.Of(store, histories.Vocabulary.Count, histories.Currency);
        LineCosts? costs = Array.Exists(unitCosts, cost => cost >= 0) ? LineCosts.Compute(histories, cut, unitCosts) : null;
        Instant? earlier = known.MaybeAt(backtestAt);
        ValueBacktest? backtest = earlier is { } then ? ForesightAnswers.ValueBacktestAt(histories, request, then, cut) : null;
        ValueJson.Write(json, histories, cut, ValueAnalysis.Compute(request, purchases, spend, history, costs, null), [], backtest, earlier ?? default);
    }

    /// <summary>The churn scores of a definition.</summary>
    /// <exception cref="AnswerException">There are none, or no such definition.</exception>
    public static ChurnScores Scores(AnswerSource known, string? at, string? churn)
    {
        ChurnDefinition definition = Find(known, churn ?? UsualChurn);
        HistoryBase histories = OrderHolders.Of(known.Histories, definition.Subject);
        (ChurnScores? scores, ChurnRefusal? refusal) = ChurnScores.Compute(definition, histories, known.At(at, LastDay(known.Histories)), known.Folder);
        return scores ?? throw new AnswerException(ChurnWords.Of(refusal!, definition));
    }

    /// <summary>Those likeliest to leave, with why.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="histories">The base.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="top">How many; null for 20.</param>
    /// <param name="language">"en" or "fr".</param>
    public static void AtRisk(Utf8JsonWriter json, HistoryBase histories, ChurnScores scores, int? top, string language)
    {
        int count = LifecycleAnswers.Within("limit", top ?? 20, 1, 1000);
        json.WriteString("definition", scores.Definition.Id);
        json.WriteString("at", scores.At.ToString());
        json.WriteNumber("horizonDays", (int)Math.Round(scores.Definition.Horizon.ApproximateDays));
        json.WriteNumber("customers", scores.Subjects.Length);
        json.WriteFigure("expectedToLeave", scores.Probabilities.Sum());
        json.WriteString("churnModel", scores.Selection.Chosen);
        json.WriteNumber("churnModelVersion", scores.Version);
        json.WriteObjects("scores", scores.Likeliest().Take(count), row =>
        {
            json.WriteString("customer", histories.Subjects.KeyOf(scores.Subjects[row]));
            json.WriteFigure("churn", scores.Probabilities[row]);
            json.WriteTexts("reasons", scores.Reasons(scores.Subjects[row]).Select(reason => reason.In(language)));
        });
    }

    /// <summary>The end of the last day with a fact.</summary>
    internal static Instant LastDay(HistoryBase histories) =>
        histories.FactCount == 0 ? Instant.FromUtc(1970, 1, 1) : histories.Calendar.EndOfDay(histories.Calendar.DayOf(FactSpan.Of(histories).Last));

    /// <summary>A churn definition.</summary>
    internal static ChurnDefinition Find(AnswerSource known, string id)
    {
        try
        {
            var library = new ChurnLibrary(known.Folder);
            return (library.Ids.Contains(id) ? library.Find(id) : null) ?? throw new AnswerException(new(
                "unknown_churn",
                new(
                    $"There is no churn definition \"{id}\": {string.Join(", ", library.Ids)}.",
                    $"Il n'y a pas de définition d'attrition « {id} » : {string.Join(", ", library.Ids)}."),
                IsUnknown: true));
        }
        catch (DefinitionException fault)
        {
            throw new AnswerException(new("definition_invalid", new($"{fault.Message} Mend the file.", $"{fault.Message} Corrigez le fichier.")));
        }
    }
}
