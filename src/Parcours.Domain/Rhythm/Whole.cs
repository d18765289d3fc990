namespace Parcours.Domain.Rhythm;

/// <summary>Sums of counts.</summary>
internal static class Whole
{
    /// <summary>Adds the second array to the first, place by place.</summary>
    public static void Add(int[] into, int[] from)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] += from[i];
        }
    }
}
