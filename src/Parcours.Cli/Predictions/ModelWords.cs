using Parcours.Cli.Frame;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;

namespace Parcours.Cli.Predictions;

/// <summary>How models and units of time are named to people.</summary>
internal static class ModelWords
{
    /// <summary>The units of time that --unit takes.</summary>
    public static readonly string[] Units = ["day", "week", "month", "quarter", "year"];

    /// <summary>The unit of a word; the one given when there is no word.</summary>
    public static CalendarUnit UnitOf(string? word, CalendarUnit otherwise) => word switch
    {
        "day" => CalendarUnit.Day,
        "week" => CalendarUnit.Week,
        "month" => CalendarUnit.Month,
        "quarter" => CalendarUnit.Quarter,
        "year" => CalendarUnit.Year,
        _ => otherwise,
    };

    /// <summary>A unit of time in the plural.</summary>
    public static LocalText Of(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => new("days", "jours"),
        CalendarUnit.Week => new("weeks", "semaines"),
        CalendarUnit.Month => new("months", "mois"),
        CalendarUnit.Quarter => new("quarters", "trimestres"),
        _ => new("years", "années"),
    };

    /// <summary>A model's name as papers print it.</summary>
    public static string NameOf(string model, int regularity = 1) => model switch
    {
        "bgnbd" => "BG/NBD",
        "mbgnbd" => "MBG/NBD",
        "pnbd" => "Pareto/NBD",
        "nbd" => "NBD",
        PredictionModels.Regular => $"MBG/CNBD-{regularity}",
        PredictionModels.Opportunities => "BG/BB",
        _ => "Gamma-Gamma",
    };

    /// <summary>Writes what the reader must be told, a line each, and that the models know no season.</summary>
    public static void WriteWarnings(VerbRun run, IEnumerable<ModelWarning> warnings, bool forecast)
    {
        foreach (ModelWarning warning in warnings)
        {
            run.Terminal.Out.WriteLine("! " + run.Language.Say(warning.Sentence));
        }

        if (forecast)
        {
            run.Terminal.Out.WriteLine(run.Language.Say(ModelWarnings.Stationary));
        }
    }
}
