using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Cohorts;
using Parcours.Engine.Definitions;
using Parcours.Engine.NextNeed;
using Parcours.Engine.Predictions;
using Parcours.Engine.Products;
using Parcours.Engine.Rhythm;
using Parcours.Engine.Seasons;
using Parcours.Engine.Timing;
using Parcours.Engine.Value;
using Parcours.Engine.WinBack;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Answers;

/// <summary>
/// What is foretold of customers one by one, as the verbs work it out, from what was asked in texts and numbers. A date not given is the last day of the data: beyond it there
/// is only silence.
/// </summary>
public static class ForesightAnswers
{
    private const int HighestNth = 50;
    private const int LongestHorizon = 3650;
    private const int UsualHorizon = 365;
    private const string Model = "pnbd"; // in this one, who bought once may leave

    /// <summary>Lapsed customers worth winning back.</summary>
    public static OpportunityList WinBack(AnswerSource known, string? at, int? horizonDays) => Opportunities(known, "winback", "lapsed", at, horizonDays);

    /// <summary>People who never ordered, by chance of a first order.</summary>
    public static OpportunityList Prospects(AnswerSource known, string? at, int? horizonDays) => Opportunities(known, "prospects", "first-order", at, horizonDays);

    /// <summary>The right moment of an order, and the date of each customer's next.</summary>
    /// <param name="known">The base.</param>
    /// <param name="at">The date.</param>
    /// <param name="nth">Which order, 2 to 50; null for the second.</param>
    /// <param name="category">Orders with a line of this category alone; null for all.</param>
    public static OrderTiming Timing(AnswerSource known, string? at, int? nth, string? category)
    {
        int order = LifecycleAnswers.Within("nth", nth ?? 2, 2, HighestNth);
        HistoryBase histories = OrderHolders.Of(known.Histories);
        int term = 0;
        if (!string.IsNullOrEmpty(category) && !histories.Vocabulary.TryFind(category, out term))
        {
            throw new AnswerException(new(
                "unknown_category", new($"No product of the workspace is in a category \"{category}\".", $"Aucun produit de l'espace n'est dans une catégorie « {category} »."), IsUnknown: true));
        }

        OrderTiming timing = OrderTiming.Compute(histories, known.At(at, LastDay(known)), order, Mended(() => InactiveAfter.Of(known.Library)), term);
        return timing is { MomentRefusal: { } refusal, NextRefusal: not null } ? throw new AnswerException(new(refusal.Code, refusal.Message)) : timing;
    }

    /// <summary>When customers leave.</summary>
    public static CriticalPeriods Critical(AnswerSource known, string? at)
    {
        (CriticalPeriods? periods, TimingRefusal? refusal) = CriticalPeriods.Compute(
            OrderHolders.Of(known.Histories), known.At(at, LastDay(known)), Mended(() => InactiveAfter.Of(known.Library)), Mended(() => new SeasonLibrary(known.Folder).All));
        return periods ?? throw new AnswerException(new(refusal!.Code, refusal.Message));
    }

    /// <summary>What was bought, for next need.</summary>
    public static PurchasedBaskets Baskets(AnswerSource known, IWorkspaceStore store, string? at) =>
        PurchasedBaskets.Read(OrderHolders.Of(known.Histories), Catalogue.Of(store), known.At(at, LastDay(known))) ?? throw new AnswerException(new("no_order_lines", new(
            "No order line is known at this date: send orders with their products, or import a file of orders with a product column.",
            "Aucune ligne de commande n'est connue à cette date : envoyez les commandes avec leurs produits, ou importez un fichier de commandes avec une colonne produit.")));

    /// <summary>How good a churn score would have been on the company's own past.</summary>
    /// <param name="known">The base.</param>
    /// <param name="definition">The churn definition; null for the usual one.</param>
    /// <param name="trainAt">The date learnt at; null for a horizon before the test.</param>
    /// <param name="testAt">The date tested at; null for the last one whose outcome is known.</param>
    /// <param name="horizonDays">Another horizon than the definition's; null for its own.</param>
    public static ChurnBacktest Backtest(AnswerSource known, string? definition, string? trainAt, string? testAt, int? horizonDays)
    {
        ChurnDefinition leaving = Horizon(PredictionAnswers.Find(known, definition ?? PredictionAnswers.UsualChurn), horizonDays);
        HistoryBase histories = OrderHolders.Of(known.Histories, leaving.Subject);
        Calendar calendar = histories.Calendar;
        int days = (int)Math.Round(leaving.Horizon.ApproximateDays);
        Instant test = known.At(testAt, calendar.EndOfDay(calendar.DayOf(LastDay(known)) - days));
        Instant train = known.At(trainAt, calendar.EndOfDay(calendar.DayOf(test) - days));
        (ChurnBacktest? backtest, ChurnRefusal? refusal) = ChurnBacktest.Run(leaving, histories, train, test);
        return backtest ?? throw new AnswerException(ChurnWords.Of(refusal!, leaving));
    }

    /// <summary>Which cohorts will stay, leave and cost most.</summary>
    /// <param name="known">The base.</param>
    /// <param name="store">Where sources are read from.</param>
    /// <param name="by">The period of the first order: month, week or day; null for months.</param>
    /// <param name="at">The date the forecast starts from.</param>
    /// <param name="horizonDays">How far ahead; null for a year.</param>
    /// <returns>The cohorts, the base they are of and the date.</returns>
    public static (MatteringCohorts Cohorts, HistoryBase Histories, Instant At) Mattering(AnswerSource known, IWorkspaceStore store, string? by, string? at, int? horizonDays)
    {
        CalendarUnit period = LifecycleAnswers.Unit(by ?? "month", "month", "week", "day");
        int days = LifecycleAnswers.Within("horizon", horizonDays ?? UsualHorizon, 1, LongestHorizon);
        Instant cut = known.At(at, LastDay(known));
        HistoryBase histories = OrderHolders.Of(known.Histories);
        var history = PurchaseHistory.Of(histories, cut);
        FittedModel purchases = FittedModels.Of(known.Folder, new ModelRequest(Model), histories, history);
        FittedModel spend = FittedModels.Of(known.Folder, new ModelRequest(PredictionModels.Spend), histories, history);
        FirstPurchase[] began = FirstPurchases.Compute(histories, cut, CustomerSources.AttributeIn(histories));
        string[] sources = CustomerSources.Of(store, histories, began);
        return (MatteringCohorts.Compute(histories, history, purchases, spend, began, sources, period, days), histories, cut);
    }

    /// <summary>The value forecast of an earlier date, held against what was spent since.</summary>
    /// <param name="histories">Those who order.</param>
    /// <param name="request">The forecast.</param>
    /// <param name="earlier">The earlier date.</param>
    /// <param name="cut">Up to when spend is known.</param>
    public static ValueBacktest ValueBacktestAt(HistoryBase histories, ValueRequest request, Instant earlier, Instant cut)
    {
        Calendar calendar = histories.Calendar;
        int day = calendar.DayOf(earlier);
        Instant end = calendar.EndOfDay(Math.Min(calendar.DayOf(cut), day + (int)Math.Ceiling(request.HorizonDays)));
        return calendar.DayOf(end) > day
            ? ValueBacktest.Run(histories, request.Model, calendar.EndOfDay(day), end)
            : throw new AnswerException(new("backtest_empty", new("Nothing is known after the date of the backtest: give an earlier one.", "Rien n'est connu après la date du test : donnez-en une plus ancienne.")));
    }

    private static OpportunityList Opportunities(AnswerSource known, string capability, string id, string? at, int? horizonDays)
    {
        ChurnDefinition definition = Horizon(Mended(() => new ChurnLibrary(known.Folder, capability).Find(id))!, horizonDays);
        (OpportunityList? list, ChurnRefusal? refusal) = OpportunityList.Compute(definition, known.Histories, known.At(at, LastDay(known)));
        return list ?? throw new AnswerException(ChurnWords.Of(refusal!, definition));
    }

    private static ChurnDefinition Horizon(ChurnDefinition definition, int? days) =>
        days is { } asked ? definition with { Horizon = Period.OfDays(LifecycleAnswers.Within("horizon", asked, 1, LongestHorizon)) } : definition;

    private static Instant LastDay(AnswerSource known) => PredictionAnswers.LastDay(known.Histories);

    private static T Mended<T>(Func<T> read)
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
}
