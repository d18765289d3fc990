using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Cli.Lifecycles;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Engine.Rhythm;

namespace Parcours.Cli.Rhythm;

/// <summary><c>parcours rhythm</c>: how often the customers buy, and the threshold that comes from it.</summary>
internal sealed class RhythmVerb : Verb
{
    private const double Median = 0.5;

    private readonly Option<Moment?> _at;
    private readonly Option<string?> _category;

    public RhythmVerb(Language language)
        : base(
            "rhythm",
            language,
            new("How often the customers buy, and after how long a silence one counts as inactive", "À quel rythme les clients achètent, et après quel silence un client est inactif"),
            "parcours rhythm",
            "parcours rhythm --at 1998-01-01 --json",
            language.Say("parcours rhythm --category tea", "parcours rhythm --category thé"))
    {
        _at = AddAt();
        _category = AddOption<string?>("--category", language.Say("NAME", "NOM"), new("Orders with a line of this category only", "Les seules commandes qui ont une ligne de cette catégorie"));
    }

    public override int Run(VerbRun run)
    {
        HistoryBase histories = OrderHolders.Of(run.LoadBase());
        int category = 0;
        if (run.Parsed.GetValue(_category) is { Length: > 0 } name && !histories.Vocabulary.TryFind(name, out category))
        {
            return run.Refuse("unknown_category", new(
                $"No product of the workspace is in a category \"{name}\".", $"Aucun produit de l'espace n'est dans une catégorie « {name} »."));
        }

        Instant at = run.At(_at, histories.Calendar);
        RhythmFigures figures = RhythmCounts.At(histories, at, category).Figures(Median);
        ThresholdRule rule = LifecycleChoice.InactiveAfter(run);
        Period? threshold = figures.Customers == 0 ? null : rule.From(figures.Days, figures.Customers);
        ComeBack comeBack = threshold is { } silence ? ComeBack.At(histories, at, silence, category) : default;
        if (run.Json)
        {
            run.WriteJson(writer => RhythmJson.Write(writer, at, figures, rule, threshold, comeBack));
        }
        else
        {
            Show(run, at, histories.Calendar, figures, rule, threshold, comeBack);
        }

        return ExitCode.Done;
    }

    private static void Show(VerbRun run, Instant at, Calendar calendar, RhythmFigures figures, ThresholdRule rule, Period? threshold, ComeBack comeBack)
    {
        Language language = run.Language;
        string Days(double days) => language.Say($"{language.Number(days)} days", $"{language.Number(days)} jours");
        string Range(double low, double high, Func<double, string> word) =>
            double.IsNaN(low) ? "–" : language.Say($"{word(low)} to {word(high)}", $"de {word(low)} à {word(high)}");

        var sheet = new Sheet(
            language.Say($"Rhythm on {language.Date(at, calendar)}", $"Rythme d'achat au {language.Date(at, calendar)}"),
            string.Empty, language.Say("value", "valeur"), language.Say("95% interval", "intervalle à 95 %"), language.Say("behind it", "effectif"));
        sheet.Row(
            language.Say("Customers' own median gap", "Écart médian propre à chaque client"), Days(figures.Days), Range(figures.Low, figures.High, Days),
            language.Say($"{language.Count(figures.Customers)} customers", $"{language.Count(figures.Customers)} clients"));
        sheet.Row(
            language.Say("All gaps together (not used)", "Tous les écarts confondus (non utilisé)"), Days(figures.PooledDays), string.Empty,
            language.Say($"{language.Count(figures.Gaps)} gaps", $"{language.Count(figures.Gaps)} écarts"));
        sheet.Row(
            language.Say($"Inactive after ({rule.FormulaText.En})", $"Inactif après ({rule.FormulaText.Fr})"),
            Days(threshold?.ApproximateDays ?? double.NaN), string.Empty, string.Empty);
        sheet.Row(
            language.Say("Ordered again within 180 days of it", "Ont recommandé dans les 180 jours qui suivent"), language.Percent(comeBack.Share),
            comeBack.Declared == 0 ? "–" : Range(comeBack.Interval.Low, comeBack.Interval.High, share => language.Percent(share)),
            language.Say($"{language.Count(comeBack.Declared)} customers", $"{language.Count(comeBack.Declared)} clients"));
        sheet.Write(run.Terminal);
    }
}
