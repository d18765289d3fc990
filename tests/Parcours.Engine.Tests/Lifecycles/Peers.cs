using System.Globalization;

namespace Parcours.Engine.Lifecycles;

/// <summary>The other customers of a base, so that rhythms, ranks and means are known.</summary>
internal static class Peers
{
    private static readonly int[] DaysSince = [240, 180, 130, 80, 35];

    /// <summary>
    /// Twenty who buy every 60 days from 2017 to 2026, for 20 to 39 euros: inactive_after is 180 days, lost_after a year.
    /// </summary>
    public static IReadOnlyList<Story> Regular { get; } = [.. Enumerable.Range(0, 20).Select(peer =>
    {
        Story story = A.Customer();
        for (int day = peer; day < 3600; day += 60)
        {
            story.Order(Date("2017-01-01", day), 20 + peer);
        }

        return story;
    })];

    /// <summary>
    /// Twenty-five who rank evenly on 2024-06-01: 10, 20... 250 days since the last order; 1, 3, 5, 7 or 9 orders; 100, 300... 900 euros.
    /// <see cref="Ranked"/> stands in the middle of the group it names on 2024-06-15.
    /// </summary>
    public static IReadOnlyList<Story> Spread { get; } = [.. Enumerable.Range(0, 25).Select(peer =>
        Buyer(Date("2024-06-01", -10 * (peer + 1)), 1 + (2 * (peer % 5)), 100 + (200 * (peer / 5))))];

    /// <summary>Thirty who bought twice for 50 euros, 60 days apart, in early 2024.</summary>
    public static IReadOnlyList<Story> Pairs { get; } =
        [.. Enumerable.Range(0, 30).Select(peer => A.Customer().Order(Date("2024-01-01", peer), 50).Order(Date("2024-03-01", peer), 50))];

    /// <summary>A customer of recency, frequency and spend groups 1 to 5 among <see cref="Spread"/>, on 2024-06-15.</summary>
    public static Story Ranked(int recency, int frequency, int spend) =>
        Buyer(Date("2024-06-15", -DaysSince[recency - 1]), 2 * frequency, 200 * spend);

    public static string Date(string from, int days) =>
        DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Story Buyer(string last, int orders, decimal spend)
    {
        Story story = A.Customer();
        for (int i = 0; i < orders; i++)
        {
            story.Order(Date(last, -3 * i), spend / orders);
        }

        return story;
    }
}
