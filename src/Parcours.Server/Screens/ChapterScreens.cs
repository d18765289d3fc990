using Microsoft.AspNetCore.Http;
using Parcours.Domain.Indicators;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rfm;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Churn;
using Parcours.Engine.LifecycleMaps;
using Parcours.Engine.Reports;
using Parcours.Engine.Reports.Chapters;
using Parcours.Server.Answers;
using Parcours.Server.Routes;
using Parcours.Web.Chapters;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Pages that show one chapter at a date of choice. What takes long is asked for by the page itself, so that no page hangs.</summary>
internal static class ChapterScreens
{
    private const string LapsedList = "lapsed";
    private static readonly Callers _readers = Callers.Operators(Role.Viewer);
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(700);
    private static readonly LocalText _counting = new("Every customer’s history is read at this date.", "L’historique de chaque client est lu à cette date.");
    private static readonly LocalText _fitting = new("Models are fitted to every customer’s orders, and tried on the past.", "Des modèles sont ajustés aux commandes de chaque client, et essayés sur le passé.");
    private static readonly LocalText _trying = new(
        "Every method is tried on up to four past dates, and the best one learns anew: this can take some minutes on a large base.",
        "Chaque méthode est essayée sur quatre dates passées au plus, et la meilleure réapprend\u00a0: cela peut prendre quelques minutes sur une grande base.");

    internal static void Map(RouteTable routes)
    {
        Map(routes, "/conversion", Conversion);
        Map(routes, "/rfm", Rfm);
        Map(routes, "/cohorts", frame => Plain(frame, ChapterKind.Cohorts, new("Cohorts", "Cohortes"), _counting));
        Map(routes, "/value", frame => Plain(frame, ChapterKind.Value, new("Value", "Valeur"), _fitting));
        Map(routes, "/churn", frame => Plain(frame, ChapterKind.Churn, new("Churn", "Attrition"), _trying));
        Map(routes, "/timing", frame => Plain(frame, ChapterKind.Timing, new("Timing", "Moment"), _fitting));
        Map(routes, "/next-need", frame => Plain(frame, ChapterKind.NextNeed, new("Next need", "Prochain besoin"), _fitting));
        Map(routes, "/win-back", WinBack);
        Map(routes, "/satisfaction", Satisfaction);
    }

    private static void Map(RouteTable routes, string path, Func<Frame, ChapterAsked> ask) => Map(routes, path, (frame, _) => ask(frame));

    private static void Map(RouteTable routes, string path, Func<Frame, IQueryCollection, ChapterAsked> ask) =>
        routes.Get(path, _readers, (HttpContext context, FrameReading frames, BaseAnswering answers) => ShowAsync(context, frames, answers, ask)).ForPages();

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, BaseAnswering answers, Func<Frame, IQueryCollection, ChapterAsked> ask)
    {
        Frame frame = frames.Of(context);
        ChapterAsked asked = ask(frame, context.Request.Query);
        if (frame.IsEmpty)
        {
            return Screen.Show<EmptyPage>(context, new { Frame = frame, Title = frame.Say(asked.Title) });
        }

        _ = answers.Known().Find(Lifecycle(frame)); // a lifecycle that is none is refused at once
        Task<Chapter> work = answers.WorkOutAsync(KeyOf(frame, asked.Key), (known, _) => asked.Work(known), CancellationToken.None, isLong: true);
        if (context.Request.Query["wait"] != "1")
        {
            await Task.WhenAny(work, Task.Delay(_patience, context.RequestAborted));
            if (!work.IsCompleted)
            {
                string address = Frame.With(frame.To(frame.Path), [.. asked.Kept.Select(each => (each.Key, (string?)each.Value)), ("wait", "1")]);
                return Screen.Show<WorkingPage>(context, new { Frame = frame, asked.Title, asked.Doing, Address = address, asked.Choices, asked.Kept });
            }
        }

        Chapter chapter = await work.WaitAsync(context.RequestAborted);
        return Screen.Show<ChapterPage>(context, new { Frame = frame, asked.Title, Chapter = chapter, asked.Choices, asked.Kept });
    }

    private static ChapterAsked Plain(Frame frame, ChapterKind kind, LocalText title, LocalText doing) => new(title, kind.ToString(), doing, known => WorkOut(frame, kind, known));

    private static ChapterAsked Conversion(Frame frame) => new(new("Conversion", "Conversion"), "conversion and who waits", _counting, known =>
        ConversionChapter.Of(known.Analyse(Lifecycle(frame)), Moment(frame, known), Leaving(known), frame.Language.Code, Doors(frame)));

    private static ChapterAsked Rfm(Frame frame, IQueryCollection query)
    {
        string id = Chosen(query["map"], RfmMaps.Classic.Id, RfmMaps.All.Select(map => map.Id));
        return new ChapterAsked(new("RFM", "RFM"), "rfm " + id, _counting, known =>
            RfmChapter.Of(known.Analyse(Lifecycle(frame)), Moment(frame, known), Leaving(known), frame.Language.Code, RfmMaps.Find(id)!))
        {
            Choices = Choices(frame, "map", id, RfmMaps.Classic.Id, [(RfmMaps.Classic.Id, new("Ten groups", "Dix groupes")), (RfmMaps.Shopify.Id, new("Shopify’s groups", "Groupes de Shopify")), (RfmMaps.Klaviyo.Id, new("Klaviyo’s groups", "Groupes de Klaviyo"))]),
            Kept = Kept("map", id, RfmMaps.Classic.Id),
        };
    }

    private static ChapterAsked WinBack(Frame frame) => new(new("Win-back", "Réactivation"), "win-back", _trying, known => WinBackChapter.Of(
        known.Analyse(Lifecycle(frame)), new ChurnLibrary(known.Folder, "winback").Find(LapsedList) ?? throw new InvalidOperationException("There is no definition of win-back."),
        Moment(frame, known), frame.Language.Code));

    private static ChapterAsked Satisfaction(Frame frame, IQueryCollection query)
    {
        string usual = SatisfactionScan.Surveys[0];
        string survey = Chosen(query["survey"], usual, SatisfactionScan.Surveys);
        return new ChapterAsked(new("Satisfaction", "Satisfaction"), "satisfaction " + survey, _counting, known => SatisfactionChapter.Of(
            known.Analyse(Lifecycle(frame)), Moment(frame, known), Leaving(known), frame.Language.Code, survey, Doors(frame)))
        {
            Choices = Choices(frame, "survey", survey, usual, [.. SatisfactionScan.Surveys.Select(each => (each, SatisfactionChapter.NameOf(each)))]),
            Kept = Kept("survey", survey, usual),
        };
    }

    private static Chapter WorkOut(Frame frame, ChapterKind kind, AnswerSource known) =>
        Chapter.Of(kind, known.Analyse(Lifecycle(frame)), Moment(frame, known), frame.Language.Code, Leaving(known), known.Folder);

    private static string KeyOf(Frame frame, string what) => $"chapter {what} {Lifecycle(frame)} {frame.Date:yyyy-MM-dd} {frame.Language.Code}";

    private static string Lifecycle(Frame frame) => frame.Lifecycle ?? FrameReading.UsualLifecycle;

    private static Instant Moment(Frame frame, AnswerSource known) => FrameReading.MomentOf(frame, known.Histories);

    private static ChurnDefinition Leaving(AnswerSource known) =>
        new ChurnLibrary(known.Folder!).Find(ChurnLibrary.Usual) ?? throw new InvalidOperationException("There is no definition of leaving.");

    private static StageDoors Doors(Frame frame) => new(Lifecycle(frame), frame.Date, frame.Date.AddYears(-1));

    private static string Chosen(Microsoft.Extensions.Primitives.StringValues typed, string usual, IEnumerable<string> known)
    {
        string text = typed.ToString();
        return text.Length == 0 ? usual
            : known.Contains(text, StringComparer.Ordinal) ? text
            : throw new AnswerException(new("unknown_choice", new(
                $"The address names nothing there is here: choose one of {string.Join(", ", known)}.", $"L’adresse ne nomme rien d’ici\u00a0: choisissez parmi {string.Join(", ", known)}.")));
    }

    private static IReadOnlyList<Choice> Choices(Frame frame, string name, string chosen, string usual, IReadOnlyList<(string Id, LocalText Text)> all) =>
        [.. all.Select(each => new Choice(frame.Say(each.Text), Frame.With(frame.To(frame.Path), (name, each.Id == usual ? null : each.Id)), each.Id == chosen))];

    private static IReadOnlyList<KeyValuePair<string, string>> Kept(string name, string chosen, string usual) => chosen == usual ? [] : [KeyValuePair.Create(name, chosen)];
}
