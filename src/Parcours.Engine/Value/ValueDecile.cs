namespace Parcours.Engine.Value;

/// <summary>A tenth of the customers by expected spend, the highest first. Amounts are whole units of the base's currency.</summary>
/// <param name="Number">1 to 10.</param>
/// <param name="Customers">How many.</param>
/// <param name="Expected">What they are expected to spend together.</param>
/// <param name="Share">Of what all customers are expected to spend, 0 to 1.</param>
/// <param name="Least">The lowest expectation among them: what it takes to be in this tenth.</param>
/// <param name="Spent">What they have spent so far.</param>
public readonly record struct ValueDecile(int Number, int Customers, double Expected, double Share, double Least, double Spent)
{
    private const int Tenths = 10;

    /// <summary>The tenth of each customer, 1 for the highest expectations; equal ones in the order given.</summary>
    internal static int[] NumbersOf(double[] expected)
    {
        int[] order = [.. Enumerable.Range(0, expected.Length).OrderByDescending(i => expected[i])];
        int[] numbers = new int[order.Length];
        for (int rank = 0; rank < order.Length; rank++)
        {
            numbers[order[rank]] = 1 + (int)((long)Tenths * rank / order.Length);
        }

        return numbers;
    }

    /// <summary>The tenths of customers, by what each is expected to spend and has spent.</summary>
    internal static IReadOnlyList<ValueDecile> Of(double[] expected, double[] spent)
    {
        int[] numbers = NumbersOf(expected);
        double total = expected.Sum();
        return
        [
            .. Enumerable.Range(0, expected.Length).GroupBy(i => numbers[i]).OrderBy(group => group.Key).Select(group => new ValueDecile(
                group.Key, group.Count(), group.Sum(i => expected[i]), total > 0 ? group.Sum(i => expected[i]) / total : 0, group.Min(i => expected[i]), group.Sum(i => spent[i]))),
        ];
    }
}
