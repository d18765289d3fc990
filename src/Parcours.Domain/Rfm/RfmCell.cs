using System.Globalization;

namespace Parcours.Domain.Rfm;

/// <summary>The customers of three equal scores.</summary>
/// <param name="Recency">Score.</param>
/// <param name="Frequency">Score.</param>
/// <param name="Money">Score.</param>
/// <param name="Customers">How many.</param>
/// <param name="Spend">Their net spend in minor units.</param>
public sealed record RfmCell(int Recency, int Frequency, int Money, long Customers, long Spend)
{
    /// <summary>Its name: "555", or "12-3-10" when scores may have two digits.</summary>
    public string Name(int quantiles) => quantiles <= 9
        ? string.Create(CultureInfo.InvariantCulture, $"{Recency}{Frequency}{Money}")
        : string.Create(CultureInfo.InvariantCulture, $"{Recency}-{Frequency}-{Money}");
}
