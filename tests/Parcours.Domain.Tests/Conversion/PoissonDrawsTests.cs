using System.Text;

namespace Parcours.Domain.Conversion;

public sealed class PoissonDrawsTests
{
    [Fact]
    public void Draws_have_mean_and_variance_one_and_subjects_are_independent()
    {
        const int subjects = 20_000;
        const int replicates = 200;
        int[] draws = new int[replicates];
        int[] before = new int[replicates];
        double sum = 0;
        double squares = 0;
        double products = 0;
        for (int subject = 0; subject < subjects; subject++)
        {
            PoissonDraws.Fill(1, PoissonDraws.Hash(Encoding.UTF8.GetBytes($"{subject:00000}")), draws);
            for (int i = 0; i < replicates; i++)
            {
                sum += draws[i];
                squares += draws[i] * draws[i];
                products += draws[i] * before[i];
                before[i] = draws[i];
            }
        }

        const double count = (double)subjects * replicates;
        Assert.Equal(1, sum / count, 0.003);
        Assert.Equal(0.9985, (squares / count) - Math.Pow(sum / count, 2), 0.005);
        Assert.Equal(1, products / count, 0.003);
    }

    [Fact]
    public void Seeds_give_other_draws_and_the_same_seed_the_same()
    {
        int[] first = new int[200];
        int[] again = new int[200];
        int[] other = new int[200];
        PoissonDraws.Fill(1, 42, first);
        PoissonDraws.Fill(1, 42, again);
        PoissonDraws.Fill(2, 42, other);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }
}
