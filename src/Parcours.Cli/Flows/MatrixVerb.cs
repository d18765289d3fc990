using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Flows;
using Parcours.Domain.Time;
using Parcours.Engine.Flows;

namespace Parcours.Cli.Flows;

/// <summary><c>lifecycle matrix ID</c>: where those of each stage at one date stand at a later one.</summary>
internal sealed class MatrixVerb : TimelineVerb
{
    private readonly Option<Moment?> _from;

    public MatrixVerb(Language language, TimelineReader read)
        : base(
            "matrix",
            language,
            read,
            new("Where the customers of each stage at one date stand at a later one", "Où en sont, à une date, les clients de chaque phase à une date antérieure"),
            "parcours lifecycle matrix crm-segments --from 1997-07-01 --at 1998-01-01") =>
        _from = AddMoment("--from", new("The first date; a year before --at when not given", "La première date ; un an avant --at par défaut"));

    protected override int Answer(VerbRun run, TimelineReading reading)
    {
        Calendar calendar = reading.Base.Calendar;
        Instant from = run.Parsed.GetValue(_from)?.On(calendar) ?? YearBefore(calendar, reading.At);
        if (from > reading.At)
        {
            throw Windows.EndsBeforeItStarts();
        }

        var matrix = TransitionMatrix.Between(reading.Timelines, from, reading.At);
        if (run.Json)
        {
            run.WriteJson(writer => MatrixJson.Write(writer, reading, matrix));
            return ExitCode.Done;
        }

        Language say = run.Language;
        string title = Heading(reading, new($"stages on {DateOf(reading, from)} (rows) and", $"phases au {DateOf(reading, from)} (lignes) et"));
        var sheet = new Sheet(title, [string.Empty, .. reading.Stages.Select(stage => NameOf(reading, stage.Index)), "Total"]);
        foreach (int row in MatrixJson.Rows(reading).Where(row => matrix.RowTotal(row) > 0))
        {
            string name = row == TransitionMatrix.NotYet ? say.Say("not there yet", "pas encore là") : NameOf(reading, row);
            sheet.Row([name, .. reading.Stages.Select(stage => say.Count(matrix[row, stage.Index])), say.Count(matrix.RowTotal(row))]);
        }

        sheet.Row(["Total", .. reading.Stages.Select(stage => say.Count(matrix.ColumnTotal(stage.Index))), say.Count(MatrixJson.Rows(reading).Sum(matrix.RowTotal))]);
        sheet.Write(run.Terminal);
        return ExitCode.Done;
    }

    private static Instant YearBefore(Calendar calendar, Instant at) => calendar.EndOfDay(Calendar.DayOf(Calendar.DateOf(calendar.DayOf(at)).AddYears(-1)));
}
