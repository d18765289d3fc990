namespace Parcours.Domain.Flows;

/// <summary>
/// The share of stays that last longer than t days, from completed and cut-off stays: S(t) = product over days u up to t of
/// (1 - d(u) / n(u)), with d(u) the stays completed on day u and n(u) those that had lasted u days or more, the ones cut off on day u included.
/// Kaplan and Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958).
/// </summary>
internal static class KaplanMeier
{
    private const double Tolerance = 1e-12; // products of fractions: 0.5 may come out as 0.5000000000000001

    private const double Z = 1.959963984540054;

    /// <summary>The share that lasts longer than each day, from day 0.</summary>
    public static double[] Survival(DayHistogram completed, DayHistogram censored)
    {
        double[] survival = new double[Math.Max(completed.Length, censored.Length)];
        long atRisk = completed.Total + censored.Total;
        double share = 1;
        for (int day = 0; day < survival.Length; day++)
        {
            share *= 1 - ((double)completed[day] / atRisk);
            survival[day] = share;
            atRisk -= completed[day] + censored[day];
        }

        return survival;
    }

    /// <summary>
    /// The 95 % band of the share that lasts longer than each day: S(t) to the power exp(± 1.96 s(t)), with
    /// s(t)² = sum over days u up to t of d(u) / (n(u) (n(u) - d(u))) / (ln S(t))²: Greenwood's variance on the scale of ln(-ln S), which keeps the band within 0 and 1.
    /// Where everybody has left the variance says nothing, and the upper bound stays what it was. Each stay counts as one, those of one subject too.
    /// </summary>
    public static (double[] Lower, double[] Upper) Band(DayHistogram completed, DayHistogram censored)
    {
        int days = Math.Max(completed.Length, censored.Length);
        double[] lower = new double[days];
        double[] upper = new double[days];
        long atRisk = completed.Total + censored.Total;
        double share = 1;
        double greenwood = 0;
        double top = 1;
        for (int day = 0; day < days; day++)
        {
            long left = completed[day];
            share *= 1 - ((double)left / atRisk);
            greenwood += left == 0 ? 0 : left / ((double)atRisk * (atRisk - left));
            atRisk -= left + censored[day];
            double log = Math.Log(share);
            bool known = share is > 0 and < 1;
            double half = known ? Z * Math.Sqrt(greenwood) / -log : 0;
            lower[day] = known ? Math.Exp(log * Math.Exp(half)) : share;
            top = known ? Math.Exp(log * Math.Exp(-half)) : top;
            upper[day] = top;
        }

        return (lower, upper);
    }

    /// <summary>The first day by which at least a share of the stays is over; null when the stays seen do not go that far.</summary>
    /// <param name="survival">What <see cref="Survival"/> gave.</param>
    /// <param name="share">The share that is over, above 0 and below 1: 0.5 for the median.</param>
    public static int? Quantile(double[] survival, double share)
    {
        int day = Array.FindIndex(survival, still => still <= 1 - share + Tolerance);
        return day < 0 ? null : day;
    }
}
