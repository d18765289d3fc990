using System.Globalization;
using System.Text;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Predictions.Cases;

/// <summary>
/// Evaluates models over a CSV file of cases: one line a model with its parameters and a customer's history. Columns: <c>model,p1,p2,p3,p4,x,t_x,T,t</c>, and
/// where they apply <c>k</c> (MBG/CNBD-k) and <c>mean_spend</c> (Gamma-Gamma); any others pass through.
/// </summary>
public static class CaseFile
{
    private const int LogLikelihood = 0;
    private const int ExpectedSpend = 3;

    /// <summary>The columns that are added. The last one only where the file has <c>mean_spend</c>.</summary>
    public static IReadOnlyList<string> Figures { get; } = ["log_likelihood", "p_alive", "expected_purchases", "expected_spend"];

    /// <summary>
    /// Reads cases, writes the same lines with the figures behind them, 17 significant digits each. A line that cannot be evaluated keeps its place with empty
    /// figures and is named in the answer.
    /// </summary>
    /// <param name="input">The file, in UTF-8.</param>
    /// <param name="output">Where the lines go, each ended by a line feed.</param>
    /// <returns>Null when the first line does not name the column <c>model</c>: nothing was written.</returns>
    public static CaseCounts? Evaluate(Stream input, TextWriter output)
    {
        using var reader = new DelimitedReader(input, Encoding.UTF8, ',');
        if (!reader.Read())
        {
            return null;
        }

        string[] header = Cells(reader);
        header[0] = header[0].TrimStart('\ufeff');
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < header.Length; i++)
        {
            places.TryAdd(header[i].Trim(), i);
        }

        if (!places.ContainsKey("model"))
        {
            return null;
        }

        int added = places.ContainsKey("mean_spend") ? Figures.Count : ExpectedSpend;
        reader.Expected = header.Length;
        Write(output, header, Figures.Take(added));
        long evaluated = 0;
        var faults = new List<CaseFault>();
        while (reader.Read())
        {
            string[] cells = Cells(reader);
            var row = new CaseRow(column => places.TryGetValue(column, out int place) && place < cells.Length ? cells[place] : string.Empty);
            LocalText? fault = reader.Fault != RowFault.None || cells.Length > header.Length
                ? new LocalText("The line cannot be read as the header says.", "La ligne ne peut pas être lue selon l'en-tête.")
                : null;
            double?[] figures = fault is null ? row.Evaluate() : [];
            fault ??= row.Fault;
            if (fault is { } reason)
            {
                faults.Add(new CaseFault(reader.Line, reason));
                figures = [];
            }
            else
            {
                evaluated++;
            }

            IEnumerable<string> padding = Enumerable.Repeat(string.Empty, Math.Max(0, header.Length - cells.Length));
            Write(output, cells.Concat(padding), Enumerable.Range(LogLikelihood, added).Select(i => i < figures.Length ? Text(figures[i]) : string.Empty));
        }

        return new CaseCounts(evaluated, faults);
    }

    private static string Text(double? figure) => figure?.ToString("G17", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string[] Cells(DelimitedReader reader)
    {
        var cells = new string[Math.Max(reader.Count, 1)];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = reader[i].ToString();
        }

        return cells;
    }

    private static void Write(TextWriter output, IEnumerable<string> cells, IEnumerable<string> figures)
    {
        output.Write(string.Join(',', cells.Concat(figures).Select(Quoted)));
        output.Write('\n');
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n\r") < 0 ? cell : string.Concat("\"", cell.Replace("\"", "\"\"", StringComparison.Ordinal), "\"");
}
