using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Indicators;

/// <summary>
/// How many carts, or checkouts, led to no order. Facts of the kind less than 24 hours apart are one cart; it is abandoned when no order follows
/// within 24 hours of the last of them. Carts that may still be ordered at the end of the window are not counted yet.
/// </summary>
/// <param name="Begun">Carts begun and ended in the window.</param>
/// <param name="Abandoned">Those without an order.</param>
public sealed record Abandonment(long Begun, long Abandoned)
{
    private const long Wait = Instant.MicrosPerDay;

    /// <summary>Abandoned over begun; NaN when none was begun.</summary>
    public double Rate => Begun == 0 ? double.NaN : (double)Abandoned / Begun;

    /// <summary>The carts of a window.</summary>
    public static Abandonment OfCarts(HistoryBase histories, Window window) => Compute(histories, window, FactKind.Cart);

    /// <summary>The checkouts of a window.</summary>
    public static Abandonment OfCheckouts(HistoryBase histories, Window window) => Compute(histories, window, FactKind.Checkout);

    private static Abandonment Compute(HistoryBase histories, Window window, FactKind kind)
    {
        long[] counts = SubjectRanges.Count(histories.SubjectCount, 2, (partial, from, to) =>
        {
            for (int subject = from; subject < to; subject++)
            {
                Count(partial, histories[subject].Until(window.To).Facts, window, kind);
            }
        });
        return new(counts[0], counts[1]);
    }

    private static void Count(long[] counts, ReadOnlySpan<Fact> facts, Window window, FactKind kind)
    {
        for (int i = 0; i < facts.Length; i++)
        {
            if (facts[i].Kind != kind)
            {
                continue;
            }

            Instant begun = facts[i].At;
            long last = begun.Micros;
            bool ordered = false;
            for (i++; i < facts.Length && facts[i].At.Micros < last + Wait; i++)
            {
                if (facts[i].Kind == kind)
                {
                    last = facts[i].At.Micros;
                }
                else if (facts[i].Kind == FactKind.Order)
                {
                    // The order ends this cart; what is put in one afterwards is another.
                    ordered = true;
                    break;
                }
            }

            i -= ordered ? 0 : 1;
            if (begun > window.After && (ordered || last + Wait <= window.To.Micros))
            {
                counts[0]++;
                counts[1] += ordered ? 0 : 1;
            }
        }
    }
}
