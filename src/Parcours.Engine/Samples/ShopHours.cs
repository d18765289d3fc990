namespace Parcours.Engine.Samples;

/// <summary>The hours in which customers act.</summary>
internal static class ShopHours
{
    private const int Opening = 9 * 3_600;
    private const int Open = 13 * 3_600;

    /// <summary>The second of the local day at a fraction of the shop's hours, 9:00 to 22:00: the order of moments is kept.</summary>
    public static int SecondOf(double fraction) => Opening + (int)(fraction * Open);
}
