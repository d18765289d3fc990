using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Boosting;

/// <summary>
/// Rows drawn by a linear congruential generator (1664525, 1013904223, modulo 2^32, the high half of each state), so that other programs can draw the same: four numbers, one of them
/// missing for one row in five, and a code; a score of them with noise, and whether it is above 125.
/// </summary>
internal sealed class MadeUpShop
{
    public MadeUpShop(int rows, uint seed)
    {
        uint state = seed;
        int Draw() => (int)((state = (state * 1664525) + 1013904223) >> 16);
        float[][] columns = [.. Enumerable.Range(0, 5).Select(_ => new float[rows])];
        Scores = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            int a = Draw() % 50;
            int b = Draw() % 200;
            int c = Draw() % 7;
            int d = Draw() % 30;
            int k = Draw() % 8;
            bool missing = Draw() % 5 == 0;
            Scores[row] = (2 * a) + (b > 100 ? 30 : 0) + (missing ? 40 : d) - (3 * c) + (k is 1 or 4 or 6 ? 20 : 0) + (Draw() % 60);
            (columns[0][row], columns[1][row], columns[2][row], columns[3][row], columns[4][row]) = (a, b, c, missing ? float.NaN : d, k);
        }

        Outcomes = [.. Scores.Select(score => score > 125)];
        Numbers = new(columns.Take(4).Select((values, at) => FeatureColumn.Number($"n{at}", values)));
        All = new([.. Numbers.Columns, FeatureColumn.Category("code", columns[4])]);
    }

    public FeatureTable Numbers { get; }

    public FeatureTable All { get; }

    public bool[] Outcomes { get; }

    public double[] Scores { get; }
}
