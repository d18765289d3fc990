using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Flows;

namespace Parcours.Domain.Conversion;

public sealed class CumulativeIncidenceTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Breast_cancer_illustration_gives_the_published_incidences()
    {
        // Satagopan et al., "A note on competing risks in survival data analysis", British Journal of Cancer 91 (2004), table 2:
        // 305 patients, months of follow-up; the nine first are listed, the others were followed for longer. The table rounds each
        // month's incidence to 0.3 % before it adds them up (0.3, 0.6, 0.9, 1.2).
        var incidence = new CumulativeIncidence([305]);
        var percent = new Dictionary<int, (double Incidence, double Survival)>();
        for (int month = 0; month <= 27; month++)
        {
            double before = incidence.Success[0];
            incidence.Add([month is 10 or 16 or 23 or 27 ? 1 : 0], [month is 18 or 26 ? 1 : 0], [month is 7 or 14 or 24 ? 1 : 0]);
            percent[month] = (Math.Round(100 * (incidence.Success[0] - before), 1), Math.Round(100 * incidence.Survival[0], 1));
        }

        Assert.Equal([0.3, 0.3, 0.3, 0.3], new[] { 10, 16, 23, 27 }.Select(month => percent[month].Incidence));
        Assert.Equal((1.0 / 304) + (303.0 / 304 / 302) + (303.0 / 304 * 301 / 302 * 300 / 301 / 300) + (303.0 / 304 * 301 / 302 * 300 / 301 * 299 / 300 * 297 / 298 / 297), incidence.Success[0], Tolerance);
        Assert.Equal([99.7, 99.3, 99.0, 98.7, 98.3, 98.0], new[] { 10, 16, 18, 23, 26, 27 }.Select(month => percent[month].Survival));
    }

    [Fact]
    public void Ten_stays_worked_by_hand_give_the_same_fractions()
    {
        // Days: success 2, 3, 3, 6; exit 1, 3, 8; cut off 3, 5, 9.
        // S: 9/10, 8/10, 5/10; then five less the two cut off on days 3 and 5 leave 3 at risk: 2/6, 1/6.
        var incidence = new CumulativeIncidence([10]);
        int[] succeeded = [0, 0, 1, 2, 0, 0, 1, 0, 0, 0];
        int[] left = [0, 1, 0, 1, 0, 0, 0, 0, 1, 0];
        int[] running = [0, 0, 0, 1, 0, 1, 0, 0, 0, 1];
        for (int day = 0; day < 10; day++)
        {
            incidence.Add([succeeded[day]], [left[day]], [running[day]]);
        }

        Assert.Equal((3.0 / 10) + (1.0 / 6), incidence.Success[0], Tolerance);
        Assert.Equal((2.0 / 10) + (1.0 / 6), incidence.Exit[0], Tolerance);
        Assert.Equal(1.0 / 6, incidence.Survival[0], Tolerance);
    }

    [Fact]
    public void Without_exits_it_is_one_minus_Kaplan_Meier() => Check((succeeded, _, running) =>
    {
        var completed = new DayHistogram();
        var censored = new DayHistogram();
        Array.ForEach(Enumerable.Range(0, succeeded.Length).ToArray(), day => { completed.Add(day, succeeded[day]); censored.Add(day, running[day]); });
        double[] survival = KaplanMeier.Survival(completed, censored);
        CumulativeIncidence incidence = Run(succeeded, new int[succeeded.Length], running);
        return survival.Length == 0 || double.IsNaN(survival[^1]) || Math.Abs(incidence.Success[0] - (1 - survival[^1])) < Tolerance;
    });

    [Fact]
    public void Incidences_and_survival_sum_to_one() => Check((succeeded, left, running) =>
    {
        CumulativeIncidence incidence = Run(succeeded, left, running);
        return Math.Abs(incidence.Success[0] + incidence.Exit[0] + incidence.Survival[0] - 1) < Tolerance;
    });

    private static CumulativeIncidence Run(int[] succeeded, int[] left, int[] running)
    {
        var incidence = new CumulativeIncidence([succeeded.Sum() + left.Sum() + running.Sum()]);
        for (int day = 0; day < succeeded.Length; day++)
        {
            incidence.Add([succeeded[day]], [left[day]], [running[day]]);
        }

        return incidence;
    }

    private static void Check(Func<int[], int[], int[], bool> holds)
    {
        Arbitrary<int[]> counts = Arb.From(Gen.Choose(0, 3).ArrayOf(20));
        Prop.ForAll(counts, counts, counts, holds).QuickCheckThrowOnFailure();
    }
}
