using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Churn;
using Parcours.Engine.Cohorts;
using Parcours.Engine.Customers;
using Parcours.Engine.NextNeed;
using Parcours.Engine.Timing;
using Parcours.Engine.WinBack;
using Parcours.Engine.Workspaces;
using Parcours.Server.Answers;
using Parcours.Server.Live;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Analyses;

/// <summary>What is foretold of customers one by one: who may come back, when, and what for; and how good such forecasts were. The JSON is that of the verbs.</summary>
internal static class ForesightRoutes
{
    private const string Capability = "Analyses";
    private const int UsualCustomers = 20;
    private const int UsualItems = 5;
    private const int UsualFigures = 10;
    private const int MostRows = 1000;
    private static readonly Callers _readers = Callers.Operators(Role.Viewer, Scope.AnalysesRead);
    private static readonly Callers _readersOfCustomers = Callers.Operators(Role.Viewer, Scope.CustomersRead);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/predictions/winback", _readersOfCustomers, WinBack).Describe(Capability, "Lapsed customers worth winning back, by chance of return and value.");
        routes.Get("/api/predictions/prospects", _readersOfCustomers, Prospects).Describe(Capability, "People who never ordered, by chance of a first order and value.");
        routes.Get("/api/predictions/timing", _readers, Timing).Describe(Capability, "The best moment of an order, and how well the next one is dated.");
        routes.Get("/api/predictions/timing/critical", _readers, Critical).Describe(Capability, "When customers leave: weeks after what happened to them, sales and holidays.");
        routes.Get("/api/predictions/next", _readers, Next).Describe(Capability, "What customers will want next, what is bought together or next, and how good such lists were.");
        routes.Get("/api/predictions/next/pairs", _readers, Pairs).Describe(Capability, "Products and categories bought together or next.");
        routes.Get("/api/predictions/next/backtest", _readers, NextBacktest).Describe(Capability, "How often the lists would have found each customer's last basket.");
        routes.Get("/api/predictions/next/customers/{id}", _readersOfCustomers, NextOfAsync).Describe(Capability, "What one customer will want next, by any of its keys.");
        routes.Get("/api/predictions/churn/backtest", _readers, ChurnBacktest).Describe(Capability, "How good a churn score would have been on the company's own past.");
        routes.Get("/api/cohorts/matter", _readers, Mattering).Describe(Capability, "Which cohorts will stay, leave and cost most.");
    }

    private static Task<IResult> WinBack(HttpContext context, BaseAnswering answers, string? at, int? horizon, int? limit) =>
        OpportunitiesAsync(context, answers, limit, known => ForesightAnswers.WinBack(known, at, horizon));

    private static Task<IResult> Prospects(HttpContext context, BaseAnswering answers, string? at, int? horizon, int? limit) =>
        OpportunitiesAsync(context, answers, limit, known => ForesightAnswers.Prospects(known, at, horizon));

    private static Task<IResult> OpportunitiesAsync(HttpContext context, BaseAnswering answers, int? limit, Func<AnswerSource, OpportunityList> find) => answers.AnswerAsync(context, (json, known, _, language) =>
    {
        int top = Rows(limit, UsualCustomers);
        OpportunityJson.Write(json, find(known), known.Histories, top, language, null);
    });

    private static Task<IResult> Timing(HttpContext context, BaseAnswering answers, string? at, int? nth, string? category) =>
        answers.AnswerAsync(context, (json, known, _, _) => TimingJson.Write(json, ForesightAnswers.Timing(known, at, nth, category), known.Histories.Calendar));

    private static Task<IResult> Critical(HttpContext context, BaseAnswering answers, string? at) =>
        answers.AnswerAsync(context, (json, known, _, language) => CriticalJson.Write(json, ForesightAnswers.Critical(known, at), language));

    private static Task<IResult> Next(HttpContext context, BaseAnswering answers, LiveState live, string? at, int? limit) => answers.AnswerAsync(context, (json, known, _, _) =>
    {
        int top = Rows(limit, UsualFigures);
        PurchasedBaskets bought = Baskets(known, live, at);
        new NextJson(json, bought).Overview(NextNeedFigures.Of(bought, top), top);
    });

    private static Task<IResult> Pairs(HttpContext context, BaseAnswering answers, LiveState live, string? at, int? limit) => answers.AnswerAsync(context, (json, known, _, _) =>
    {
        int top = Rows(limit, UsualCustomers);
        PurchasedBaskets bought = Baskets(known, live, at);
        new NextJson(json, bought).PairsAnswer(NeedPairs.Find(bought), top);
    });

    private static Task<IResult> NextBacktest(HttpContext context, BaseAnswering answers, LiveState live, string? at) => answers.AnswerAsync(context, (json, known, _, _) =>
    {
        PurchasedBaskets bought = Baskets(known, live, at);
        new NextJson(json, bought).BacktestAnswer(NextNeedModel.Learn(bought));
    });

    private static async Task<IResult> NextOfAsync(HttpContext context, BaseAnswering answers, LiveState live, string id, string? at, int? limit)
    {
        if (await live.Workspace.Ask(graph => CustomerIdentity.Find(graph, id)) is not { } who)
        {
            return new Problem(StatusCodes.Status404NotFound, "unknown_customer", new($"There is no customer {id}.", $"Il n'y a pas de client {id}."));
        }

        return await answers.AnswerAsync(context, (json, known, _, _) =>
        {
            int count = Rows(limit, UsualItems);
            PurchasedBaskets bought = Baskets(known, live, at);
            var model = NextNeedModel.Learn(bought);
            new NextJson(json, bought).Customer(model, model.Of(who.Place, count));
        });
    }

    private static Task<IResult> ChurnBacktest(HttpContext context, BaseAnswering answers, string? churn, string? trainAt, string? testAt, int? horizon) =>
        answers.AnswerAsync(context, (json, known, _, _) => BacktestJson.Write(json, ForesightAnswers.Backtest(known, churn, trainAt, testAt, horizon)));

    private static Task<IResult> Mattering(HttpContext context, BaseAnswering answers, LiveState live, string? by, string? at, int? horizon) => answers.AnswerAsync(context, (json, known, _, _) =>
    {
        using IWorkspaceStore reader = live.OpenReader();
        (MatteringCohorts cohorts, Domain.Histories.HistoryBase histories, Domain.Time.Instant date) = ForesightAnswers.Mattering(known, reader, by, at, horizon);
        MatteringJson.Write(json, histories, date, cohorts);
    });

    private static PurchasedBaskets Baskets(AnswerSource known, LiveState live, string? at)
    {
        using IWorkspaceStore reader = live.OpenReader();
        return ForesightAnswers.Baskets(known, reader, at);
    }

    private static int Rows(int? limit, int usual) => LifecycleAnswers.Within("limit", limit ?? usual, 1, MostRows);
}
