using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Logistic;

/// <summary>
/// Who survived the Titanic, by class (0 the crew, 1 to 3), sex and age, with the number of people as weight. Dawson, Journal of Statistics Education 3 (1995).
/// </summary>
internal static class Titanic
{
    // Men, boys, women, girls of the crew and each class: lost, then saved.
    private static readonly int[][] _people =
    [
        [670, 192, 0, 0, 3, 20, 0, 0],
        [118, 57, 0, 5, 4, 140, 0, 1],
        [154, 14, 0, 11, 13, 80, 0, 13],
        [387, 75, 35, 13, 89, 76, 17, 14],
    ];

    public static BinarySample Sample { get; } = Read();

    private static BinarySample Read()
    {
        var cells = Enumerable.Range(0, 32).Select(cell => (Class: cell / 8, Female: cell / 4 % 2, Adult: 1 - (cell / 2 % 2), Saved: cell % 2 == 1)).ToList();
        return new(
            new(
                FeatureColumn.Category("class", cells.Select(cell => (float)cell.Class).ToArray()),
                FeatureColumn.Number("female", cells.Select(cell => (float)cell.Female).ToArray()),
                FeatureColumn.Number("adult", cells.Select(cell => (float)cell.Adult).ToArray())),
            [.. cells.Select(cell => cell.Saved)],
            [.. _people.SelectMany(people => people).Select(count => (double)count)]);
    }
}
