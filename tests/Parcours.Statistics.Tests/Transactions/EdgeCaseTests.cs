using System.Globalization;

namespace Parcours.Statistics.Transactions;

/// <summary>Cases computed at 60 digits, at the corners where other packages give up.</summary>
public sealed class EdgeCaseTests
{
    private const double Relative = 1e-8;
    private const double Absolute = 1e-300;

    [Fact]
    public void Every_case_agrees_with_sixty_digits()
    {
        string[] lines = [.. File.ReadLines(TestFile.Required("btyd-edge-cases.csv")).Skip(1)];
        List<string> wrong = [];
        foreach (string line in lines)
        {
            string[] cells = line.Split(',');
            double[] figures = [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            ITransactionModel model = cells[0] switch
            {
                "bgnbd" => new BgNbd(figures[0], figures[1], figures[2], figures[3]),
                "mbgnbd" => new MbgNbd(figures[0], figures[1], figures[2], figures[3]),
                _ => new ParetoNbd(figures[0], figures[1], figures[2], figures[3]),
            };
            var customer = new PurchaseSummary((int)figures[4], figures[5], figures[6]);
            double[] found = [model.LogLikelihood(customer), model.ProbabilityAlive(customer), model.ExpectedPurchases(customer, figures[7])];
            if (found.Where((value, i) => !Near(figures[8 + i], value)).Any())
            {
                wrong.Add(line);
            }
        }

        Assert.Equal(162, lines.Length);
        Assert.Empty(wrong);
    }

    private static bool Near(double expected, double found) => Math.Abs(expected - found) <= Math.Max(Absolute, Relative * Math.Abs(expected));
}
