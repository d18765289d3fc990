using Parcours.Statistics.Learners;

namespace Parcours.Engine.Churn;

/// <summary>
/// A learner that reads counts, amounts and delays on a logarithmic scale, sign kept: what separates one order from two says as much as what separates ten from
/// twenty. Categories are left as they are.
/// </summary>
/// <param name="name">The learner's id.</param>
/// <param name="inner">What learns.</param>
/// <param name="features">The features it may see, by name; null for all.</param>
internal sealed class LogScaledLearner(string name, IBinaryLearner inner, IReadOnlyList<string>? features = null) : IBinaryLearner
{
    public string Name => name;

    public Learned<IBinaryModel> Learn(BinarySample sample)
    {
        Learned<IBinaryModel> learned = inner.Learn(new BinarySample(Scaled(sample.Features), sample.Outcomes, sample.Weights));
        return learned.Model is { } model ? Learned<IBinaryModel>.Of(new Model(model, this)) : learned;
    }

    private FeatureTable Scaled(FeatureTable table) => new((features?.Select(feature => table[feature]) ?? table.Columns).Select(Scaled));

    private static FeatureColumn Scaled(FeatureColumn column)
    {
        if (column.Kind == FeatureKind.Category)
        {
            return column;
        }

        ReadOnlySpan<float> values = column.Values.Span;
        float[] scaled = new float[values.Length];
        for (int row = 0; row < scaled.Length; row++)
        {
            scaled[row] = MathF.CopySign(MathF.Log(1 + MathF.Abs(values[row])), values[row]);
        }

        return FeatureColumn.Number(column.Name, scaled);
    }

    private sealed class Model(IBinaryModel inner, LogScaledLearner learner) : IBinaryModel
    {
        public double[] Predict(FeatureTable rows) => inner.Predict(learner.Scaled(rows));

        public Explanation Explain(FeatureTable rows, int row) => inner.Explain(learner.Scaled(rows.Take([row])), 0);
    }
}
