using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Predictions;

public sealed class EvaluateVerbTests : IDisposable
{
    private const double Relative = 1e-8;
    private const double Absolute = 1e-300;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parcours-evaluate-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Reference_cases_computed_at_sixty_digits_all_hold()
    {
        string target = Path.Combine(_folder.FullName, "out.csv");
        var run = new TestRun();
        Assert.Equal(ExitCode.Done, run.Run("stats", "evaluate", "--in", TestFile.Required("btyd-edge-cases.csv"), "--out", target, "--json"));
        Assert.Equal(162, JsonDocument.Parse(run.Out).RootElement.GetProperty("evaluated").GetInt64());

        string[][] rows = [.. File.ReadAllLines(target).Select(line => line.Split(','))];
        Assert.Equal("model,p1,p2,p3,p4,x,t_x,T,t,logL,palive,cet,log_likelihood,p_alive,expected_purchases", string.Join(',', rows[0]));
        string[] wrong = [.. rows.Skip(1).Where(row => !Enumerable.Range(9, 3).All(i => Near(row[i], row[i + 3]))).Select(row => string.Join(',', row))];
        Assert.Empty(wrong);
        Assert.Equal(163, rows.Length);
    }

    [Fact]
    public void Line_that_cannot_be_evaluated_keeps_its_place_and_is_named()
    {
        string source = Write(
            "note,model,p1,p2,p3,p4,x,t_x,T,t",
            "\"a, b\",bgnbd,0.243,4.414,0.793,2.426,2,30.43,38.86,39",
            ",weibull,1,1,1,1,0,0,10,5",
            ",pnbd,1,-1,1,1,0,0,10,5",
            ",bgnbd,1,1,1,1,2,11,10,5",
            ",nbd,1,2,,,x,0,10,5",
            ",nbd,1,2,,,0,0,10,5",
            ",bgbb,1,1,1,1,3,2,5,2");
        string target = Path.Combine(_folder.FullName, "out.csv");
        var run = new TestRun();

        Assert.Equal(ExitCode.Refused, run.Run("stats", "evaluate", "--in", source, "--out", target));

        string[] lines = File.ReadAllLines(target);
        Assert.StartsWith("\"a, b\",bgnbd,0.243,4.414,0.793,2.426,2,30.43,38.86,39,-9.4586063070", lines[1], StringComparison.Ordinal);
        Assert.True(Near("1.2260281747671445", lines[1].Split(',')[^1]), lines[1]);
        Assert.Equal(",weibull,1,1,1,1,0,0,10,5,,,", lines[2]);
        Assert.Equal(8, lines.Length);
        Assert.Equal(
            [
                "Line 3: \"weibull\" is no model; they are bgnbd, mbgnbd, mbgcnbd, pnbd, nbd, bgbb, gg.",
                "Line 4: p2 must be above 0.",
                "Line 5: t_x is beyond T: the last purchase lies after the end of the window.",
                "Line 6: x is \"x\", which is no number.",
                "Line 8: Of a customer's opportunities, x is at most t_x and t_x at most T, and both are 0 together.",
            ],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Spend_model_reads_the_mean_and_says_what_to_expect()
    {
        string source = Write("model,p1,p2,p3,x,mean_spend", "gg,6.249349,3.744256,15.44431,0,", "gg,6.249349,3.744256,15.44431,2,22.35", "gg,1,1,1,1,0");
        string target = Path.Combine(_folder.FullName, "out.csv");

        Assert.Equal(ExitCode.Refused, new TestRun().Run("stats", "evaluate", "--in", source, "--out", target));

        string[] lines = File.ReadAllLines(target);
        Assert.EndsWith(",log_likelihood,p_alive,expected_purchases,expected_spend", lines[0], StringComparison.Ordinal);
        Assert.Equal(35.17, double.Parse(lines[1].Split(',')[^1], CultureInfo.InvariantCulture), 0.01);
        Assert.Equal(24.65, double.Parse(lines[2].Split(',')[^1], CultureInfo.InvariantCulture), 0.02);
        Assert.Equal("gg,1,1,1,1,0,,,,", lines[3]);
    }

    [Fact]
    public void File_without_the_column_of_the_model_is_refused_and_nothing_is_written()
    {
        string source = Write("x,t_x,T,t", "1,1,1,1");
        string target = Path.Combine(_folder.FullName, "out.csv");
        var run = new TestRun();

        Assert.Equal(ExitCode.Refused, run.Run("stats", "evaluate", "--in", source, "--out", target, "--lang", "fr"));

        Assert.Contains("n'a pas de colonne « model »", run.Error, StringComparison.Ordinal);
        Assert.Equal([source], Directory.GetFiles(_folder.FullName));
    }

    private static bool Near(string expected, string said)
    {
        double known = double.Parse(expected, CultureInfo.InvariantCulture);
        double found = double.Parse(said, CultureInfo.InvariantCulture);
        return Math.Abs(found - known) <= Math.Max(Relative * Math.Abs(known), Absolute);
    }

    private string Write(params string[] lines)
    {
        string path = Path.Combine(_folder.FullName, "cases.csv");
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return path;
    }
}
