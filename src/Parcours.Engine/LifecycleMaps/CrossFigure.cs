using Parcours.Domain.Flows;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.LifecycleMaps;

/// <summary>The same customers under two definitions at one date: another lifecycle, or the same with thresholds that somebody tries.</summary>
internal static class CrossFigure
{
    private const string Id = "cross";
    private static readonly LocalText Name = new("Side by side", "Côte à côte");
    private static readonly LocalText Missing = new("No customer is covered by both.", "Aucun client n’est couvert par les deux.");
    private static readonly LocalText TwoFinding = new("The largest overlap of {0} and {1}: {2} customers are {3} in one and {4} in the other", "Le plus grand recoupement de {0} et {1}\u00a0: {2} clients sont {3} dans l’un et {4} dans l’autre");
    private static readonly LocalText TriedFinding = new("{0} customers ({1}) would stand in another stage under these thresholds", "{0} clients ({1}) seraient dans une autre phase avec ces seuils");
    private static readonly LocalText TriedNobody = new("Nobody would stand in another stage under these thresholds", "Personne ne serait dans une autre phase avec ces seuils");
    private static readonly LocalText Subtitle = new("Customers on {0}: rows, {1}; columns, {2}", "Clients le {0}\u00a0: en lignes, {1}\u00a0; en colonnes, {2}");
    private static readonly LocalText AsItStands = new("as the definition stands", "la définition telle quelle");
    private static readonly LocalText AsTried = new("with the thresholds tried", "avec les seuils essayés");

    /// <summary>Two lifecycles.</summary>
    public static Figure OfTwo(Scribe scribe, LifecycleAnalysis first, LifecycleAnalysis second, Domain.Time.Instant at, StageDoors? doors)
    {
        Crossed crossed = Crossed.Of(first, second, at);
        (string one, string other) = (scribe.Text(first.Definition.Name), scribe.Text(second.Definition.Name));
        string Finding()
        {
            (int row, int column) = crossed.Largest;
            return scribe.Text(TwoFinding, one, other, scribe.Count(crossed.At(row, column)), scribe.Language.Quoted(scribe.Text(crossed.Rows[row].Name)), scribe.Language.Quoted(scribe.Text(crossed.Columns[column].Name)));
        }

        return Build(scribe, crossed, Finding, one, other, doors is null ? null : (row, column) => doors.AlsoIn(row, second.Definition.Id, column));
    }

    /// <summary>A lifecycle as it stands, and with thresholds that somebody tries.</summary>
    public static Figure OfTried(Scribe scribe, LifecycleAnalysis stands, LifecycleAnalysis tried, Domain.Time.Instant at)
    {
        Crossed crossed = Crossed.Of(stands, tried, at);
        long moved = crossed.Total - Enumerable.Range(0, crossed.Rows.Count).Sum(stage => crossed.At(stage, stage));
        return Build(
            scribe, crossed, () => moved == 0 ? scribe.Text(TriedNobody) : scribe.Text(TriedFinding, scribe.Count(moved), scribe.Share(moved / (double)crossed.Total)),
            scribe.Text(AsItStands), scribe.Text(AsTried), null);
    }

    private static Figure Build(Scribe scribe, Crossed crossed, Func<string> finding, string rows, string columns, Func<string, string, string>? door)
    {
        string name = scribe.Text(Name);
        if (crossed.Total == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        int[] usedRows = [.. Enumerable.Range(0, crossed.Rows.Count).Where(row => crossed.RowTotal(row) > 0)];
        int[] usedColumns = [.. Enumerable.Range(0, crossed.Columns.Count).Where(column => crossed.ColumnTotal(column) > 0)];
        return new Figure(Id, name)
        {
            Finding = finding(),
            Subtitle = scribe.Text(Subtitle, scribe.Date(scribe.Model.Scope.At), rows, columns),
            Table = new Table(
                [new Column(rows, false), .. usedColumns.Select(column => new Column(scribe.Text(crossed.Columns[column].Name))), new Column(scribe.Text(CommonWords.Total))],
                [.. usedRows.Select(row => (IReadOnlyList<Cell>)[
                    new Cell(scribe.Text(crossed.Rows[row].Name)) { Stages = [row] },
                    .. usedColumns.Select(column => Cell.Of(crossed.At(row, column), scribe.Count) with
                    {
                        Href = crossed.At(row, column) == 0 ? null : door?.Invoke(crossed.Rows[row].Id, crossed.Columns[column].Id),
                    }),
                    Cell.Of(crossed.RowTotal(row), scribe.Count)])]),
        };
    }

    private sealed record Crossed(IReadOnlyList<ReportStage> Rows, IReadOnlyList<ReportStage> Columns, Func<int, int, long> At)
    {
        public long Total => Enumerable.Range(0, Rows.Count).Sum(RowTotal);

        public (int Row, int Column) Largest =>
            Enumerable.Range(0, Rows.Count).SelectMany(row => Enumerable.Range(0, Columns.Count).Select(column => (row, column))).MaxBy(cell => At(cell.row, cell.column));

        public static Crossed Of(LifecycleAnalysis first, LifecycleAnalysis second, Domain.Time.Instant at)
        {
            StageOrder rows = new(first.Definition);
            StageOrder columns = new(second.Definition);
            var cells = StageCross.Of(first.Timelines, second.Timelines, at);
            return new(rows.Stages, columns.Stages, (row, column) => cells[rows.Indexes[row], columns.Indexes[column]]);
        }

        public long RowTotal(int row) => Enumerable.Range(0, Columns.Count).Sum(column => At(row, column));

        public long ColumnTotal(int column) => Enumerable.Range(0, Rows.Count).Sum(row => At(row, column));
    }
}
