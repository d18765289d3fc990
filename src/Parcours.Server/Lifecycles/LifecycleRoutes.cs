using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Server.Answers;
using Parcours.Server.Routes;

namespace Parcours.Server.Lifecycles;

/// <summary>Lifecycles: where everybody stands at a date, who moved, and what leads on. The JSON is that of the verbs.</summary>
internal static class LifecycleRoutes
{
    private const string Capability = "Lifecycles";
    private static readonly Callers _readers = Callers.Operators(Role.Viewer, Scope.AnalysesRead);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/lifecycles", _readers, List).Describe(Capability, "The lifecycles there are, with their stages.");
        routes.Get("/api/lifecycles/{id}", _readers, Stages).Describe(Capability, "How many stand in each stage at a date, and who moved since another.");
        routes.Get("/api/lifecycles/{id}/flows", _readers, Flows).Describe(Capability, "Entries, moves and net change of each stage, counts over time, and changes to come.");
        routes.Get("/api/lifecycles/{id}/matrix", _readers, Matrix).Describe(Capability, "Where those of each stage at one date stand at a later one.");
        routes.Get("/api/lifecycles/{id}/paths", _readers, Paths).Describe(Capability, "The commonest sequences of stages.");
        routes.Get("/api/lifecycles/{id}/time", _readers, Time).Describe(Capability, "The time spent in each stage.");
        routes.Get("/api/lifecycles/{id}/conversion", _readers, Conversion).Describe(Capability, "What share of each stage of the path leads on within 30, 90, 180 and 365 days.");
    }

    private static Task<IResult> List(HttpContext context, BaseAnswering answers) =>
        answers.AnswerAsync(context, (json, known, _, language) => LifecycleAnswers.List(json, known, language));

    private static Task<IResult> Stages(HttpContext context, BaseAnswering answers, string id, string? at, string? from) =>
        answers.AnswerAsync(context, (json, known, now, _) => LifecycleAnswers.Stages(json, known, now, id, at, from));

    private static Task<IResult> Flows(HttpContext context, BaseAnswering answers, string id, string? at, string? from, string? by, int? next) =>
        answers.AnswerAsync(context, (json, known, now, _) => LifecycleAnswers.Flows(json, known, now, id, at, from, by, next));

    private static Task<IResult> Matrix(HttpContext context, BaseAnswering answers, string id, string? at, string? from) =>
        answers.AnswerAsync(context, (json, known, now, _) => LifecycleAnswers.Matrix(json, known, now, id, at, from));

    private static Task<IResult> Paths(HttpContext context, BaseAnswering answers, string id, string? at, int? top) =>
        answers.AnswerAsync(context, (json, known, now, _) => LifecycleAnswers.Paths(json, known, now, id, at, top));

    private static Task<IResult> Time(HttpContext context, BaseAnswering answers, string id, string? at) =>
        answers.AnswerAsync(context, (json, known, now, _) => LifecycleAnswers.Time(json, known, now, id, at));

    private static Task<IResult> Conversion(HttpContext context, BaseAnswering answers, string id, string? at, string? by, int? replicates) =>
        answers.AnswerAsync(context, (json, known, now, _) => LifecycleAnswers.Conversion(json, known, now, id, at, by, replicates));
}
