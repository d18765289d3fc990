using System.Collections.Immutable;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Measures;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Evaluation;

/// <summary>
/// K-fold cross-validation: rows are dealt into parts, each part is predicted by a model learnt from the others, and every row is measured once. Stone, "Cross-validatory
/// choice and assessment of statistical predictions", Journal of the Royal Statistical Society B 36 (1974). Both classes are dealt evenly.
/// </summary>
/// <param name="Probabilities">For each row of the sample, what a model that had not seen it said, 0 to 1.</param>
/// <param name="Pooled">The measures over all rows together.</param>
/// <param name="Folds">The measures of each part: how much they vary says how much to trust the pooled ones.</param>
public sealed record CrossValidation(double[] Probabilities, BinaryMeasures Pooled, ImmutableArray<BinaryMeasures> Folds)
{
    /// <summary>Evaluates a learner.</summary>
    /// <param name="learner">What is evaluated.</param>
    /// <param name="sample">Rows with outcomes.</param>
    /// <param name="folds">How many parts, 2 or more.</param>
    /// <param name="seed">Which rows go together: the same seed gives the same parts.</param>
    /// <returns>The evaluation; refused with fewer rows than parts, or when the learner refuses a part's complement, with its reason.</returns>
    public static Learned<CrossValidation> Run(IBinaryLearner learner, BinarySample sample, int folds, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        int rows = sample.Features.RowCount;
        if (rows < folds)
        {
            return Learned<CrossValidation>.Refused(rows == 0 ? LearningRefusal.NoRows : LearningRefusal.TooFewRows);
        }

        int[] dealt = Deal(sample.Outcomes, seed);
        double[] probabilities = new double[rows];
        var measures = ImmutableArray.CreateBuilder<BinaryMeasures>(folds);
        for (int fold = 0; fold < folds; fold++)
        {
            int[] tested = [.. dealt.Where((_, place) => place % folds == fold).Order()];
            int[] learnt = [.. dealt.Where((_, place) => place % folds != fold).Order()];
            Learned<IBinaryModel> model = learner.Learn(sample.Take(learnt));
            if (model.Model is null)
            {
                return Learned<CrossValidation>.Refused(model.Refusal!.Value);
            }

            BinarySample part = sample.Take(tested);
            double[] said = model.Model.Predict(part.Features);
            measures.Add(BinaryMeasures.Compute(said, part.Outcomes)!);
            for (int i = 0; i < tested.Length; i++)
            {
                probabilities[tested[i]] = said[i];
            }
        }

        return Learned<CrossValidation>.Of(new(probabilities, BinaryMeasures.Compute(probabilities, sample.Outcomes)!, measures.MoveToImmutable()));
    }

    // All rows, shuffled, those with the outcome first: every k-th one of them makes a part with its share of both classes.
    private static int[] Deal(bool[] outcomes, ulong seed)
    {
        int[] rows = [.. Enumerable.Range(0, outcomes.Length)];
        var random = new SeededRandom(seed);
        for (int left = rows.Length; left > 1; left--)
        {
            int other = random.NextInt(left);
            (rows[left - 1], rows[other]) = (rows[other], rows[left - 1]);
        }

        return [.. rows.Where(row => outcomes[row]), .. rows.Where(row => !outcomes[row])];
    }
}
