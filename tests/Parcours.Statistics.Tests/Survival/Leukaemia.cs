namespace Parcours.Statistics.Survival;

/// <summary>
/// Weeks of remission of 42 children with leukaemia, on 6-mercaptopurine or on placebo. Freireich et al., Blood 21 (1963); Gehan, Biometrika 52 (1965).
/// </summary>
internal static class Leukaemia
{
    public static readonly double[] TreatedWeeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];

    public static readonly bool[] TreatedEnded = [.. "111010100110001100000".Select(letter => letter == '1')];

    public static readonly double[] PlaceboWeeks = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

    public static readonly bool[] PlaceboEnded = [.. Enumerable.Repeat(true, 21)];
}
