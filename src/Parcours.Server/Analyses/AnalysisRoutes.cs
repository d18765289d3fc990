using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Churn;
using Parcours.Engine.Workspaces;
using Parcours.Server.Answers;
using Parcours.Server.Live;
using Parcours.Server.Routes;

namespace Parcours.Server.Analyses;

/// <summary>What is told of all customers together: cohorts, RFM, rhythm, indicators, predictions, value. The JSON is that of the verbs.</summary>
internal static class AnalysisRoutes
{
    private const string Capability = "Analyses";
    private static readonly Callers _readers = Callers.Operators(Role.Viewer, Scope.AnalysesRead);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/cohorts", _readers, Cohorts).Describe(Capability, "Who came back and what they brought, by the period of the first order.");
        routes.Get("/api/rfm", _readers, Rfm).Describe(Capability, "Recency, frequency and money by quantile and by group, beside the year before.");
        routes.Get("/api/rhythm", _readers, Rhythm).Describe(Capability, "How often the customers buy, and after how long a silence one counts as inactive.");
        routes.Get("/api/indicators", _readers, Indicators).Describe(Capability, "Sales, baskets, categories, attachment and abandoned carts of a year, beside the year before.");
        routes.Get("/api/predictions", _readers, Predictions).Describe(Capability, "Orders, value and churn foretold of all customers together.");
        routes.Get("/api/value", _readers, Value).Describe(Capability, "What customers are expected to spend, in all and by tenth.");
        routes.Get("/api/segments/size", _readers, Size).Describe(Capability, "How many customers are in a stage, in an RFM group, or match an expression.");
        routes.Get("/api/at-risk", Callers.Operators(Role.Viewer, Scope.CustomersRead), AtRisk).Describe(Capability, "The customers likeliest to leave, with why.");
    }

    private static Task<IResult> Cohorts(HttpContext context, BaseAnswering answers, string? by, string? at) =>
        answers.AnswerAsync(context, (json, known, now, _) => BaseAnswers.Cohorts(json, known, now, by, at));

    private static Task<IResult> Rfm(HttpContext context, BaseAnswering answers, string? at, int? quantiles, string? map) =>
        answers.AnswerAsync(context, (json, known, now, _) => BaseAnswers.Rfm(json, known, now, at, quantiles, map));

    private static Task<IResult> Rhythm(HttpContext context, BaseAnswering answers, string? at, string? category) =>
        answers.AnswerAsync(context, (json, known, now, _) => BaseAnswers.Rhythm(json, known, now, at, category));

    private static Task<IResult> Indicators(HttpContext context, BaseAnswering answers, string? at, string? lifecycle) =>
        answers.AnswerAsync(context, (json, known, now, _) => BaseAnswers.Indicators(json, known, now, at, lifecycle));

    private static Task<IResult> Predictions(HttpContext context, BaseAnswering answers, string? at, int? horizon, string? churn) =>
        answers.AnswerAsync(context, (json, known, _, language) => PredictionAnswers.Forecast(json, known, at, horizon, churn, language));

    private static Task<IResult> Value(HttpContext context, BaseAnswering answers, LiveState live, string? at, int? horizon) =>
        answers.AnswerAsync(context, (json, known, _, _) =>
        {
            using IWorkspaceStore reader = live.OpenReader();
            PredictionAnswers.Value(json, known, reader, at, horizon);
        });

    private static Task<IResult> Size(
        HttpContext context, BaseAnswering answers, string? segment, string? lifecycle, string? stage, string? rfm, string? map, string? where, string? at) =>
        answers.AnswerAsync(context, (json, known, now, _) => SegmentAnswers.Size(
            json, known, now, new SegmentAsked { Segment = segment, Lifecycle = lifecycle, Stage = stage, Rfm = rfm, Map = map, Where = where }, at));

    private static Task<IResult> AtRisk(HttpContext context, BaseAnswering answers, KeptScores kept, string? at, string? churn, int? limit) =>
        answers.AnswerAsync(context, (json, known, _, language) =>
        {
            ChurnScores scores = PredictionAnswers.Scores(known, at, churn);
            if (at is null)
            {
                kept.Keep(scores);
            }

            PredictionAnswers.AtRisk(json, known.Histories, scores, limit, language);
        });
}
