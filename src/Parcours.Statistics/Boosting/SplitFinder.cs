namespace Parcours.Statistics.Boosting;

/// <summary>
/// The best question about one feature, from its histogram in a leaf: the one with the largest G² / (H + λ) left plus right (Friedman, "Greedy function approximation: a
/// gradient boosting machine", Annals of Statistics 29, 2001; with curvature and penalty, Chen and Guestrin, "XGBoost", KDD 2016, equation 7).
/// </summary>
internal sealed class SplitFinder(BoostingOptions options, GradientScale scale)
{
    // Categories: those with little behind them are drawn to the middle of the order, and their leaves are held back more.
    private const double CategorySmoothing = 10;
    private const double CategoryL2 = 10;

    private const double LeastCurvature = 1e-3;

    public double Score(Sums sums, double extraL2 = 0)
    {
        double gradient = scale.Gradient(sums.Gradient);
        return gradient * gradient / (scale.Curvature(sums.Packed) + options.L2 + extraL2);
    }

    /// <summary>The answer of a leaf with these sums: -G / (H + λ), of which the learning rate takes its part.</summary>
    public double Value(Sums sums) => -options.LearningRate * scale.Gradient(sums.Gradient) / (scale.Curvature(sums.Packed) + options.L2);

    public Split Find(ReadOnlySpan<Sums> histogram, FeatureBins bins, int feature, Sums leaf)
    {
        Sums missing = histogram[FeatureBins.Missing];
        Split split = bins.IsCategory ? OfCategory(histogram, bins.Count, leaf, missing) : OfNumber(histogram, bins.Count, leaf, missing);
        split.Feature = feature;
        return split;
    }

    private Split OfNumber(ReadOnlySpan<Sums> histogram, int count, Sums leaf, Sums missing)
    {
        double whole = Score(leaf);
        var best = default(Split);
        int threshold = -1;
        bool missingLeft = false;
        Sums left = default;
        for (int bin = 0; bin < count; bin++)
        {
            if (histogram[bin].Packed == 0)
            {
                continue;
            }

            left += histogram[bin];
            if (Consider(left, leaf, whole, 0, ref best))
            {
                (threshold, missingLeft) = (bin, false);
            }

            if (missing.Packed != 0 && Consider(left + missing, leaf, whole, 0, ref best))
            {
                (threshold, missingLeft) = (bin, true);
            }
        }

        for (int bin = 0; bin <= threshold; bin++)
        {
            best.GoesLeft.Add(bin);
        }

        if (threshold >= 0 && (missing.Packed == 0 ? best.Left.Rows * 2L > leaf.Rows : missingLeft))
        {
            best.GoesLeft.Add(FeatureBins.Missing);
        }

        return best;
    }

    // In the order of their mean gradient some prefix of the categories is the best subset (Fisher, "On grouping for maximum homogeneity", JASA 53, 1958).
    private Split OfCategory(ReadOnlySpan<Sums> histogram, int count, Sums leaf, Sums missing)
    {
        Span<double> keys = stackalloc double[count];
        Span<byte> order = stackalloc byte[count];
        int present = 0;
        for (int bin = 0; bin < count; bin++)
        {
            if (histogram[bin].Packed != 0)
            {
                keys[present] = scale.Gradient(histogram[bin].Gradient) / (scale.Curvature(histogram[bin].Packed) + CategorySmoothing);
                order[present++] = (byte)bin;
            }
        }

        keys[..present].Sort(order[..present]);
        double whole = Score(leaf);
        var best = default(Split);
        int last = -1;
        bool missingLeft = false;
        Sums left = default;
        for (int place = 0; place < present; place++)
        {
            left += histogram[order[place]];
            if (Consider(left, leaf, whole, CategoryL2, ref best))
            {
                (last, missingLeft) = (place, false);
            }

            if (missing.Packed != 0 && Consider(left + missing, leaf, whole, CategoryL2, ref best))
            {
                (last, missingLeft) = (place, true);
            }
        }

        for (int place = 0; place <= last; place++)
        {
            best.GoesLeft.Add(order[place]);
        }

        // What this leaf has not seen goes with the larger part.
        bool strangersLeft = best.Left.Rows * 2L > leaf.Rows;
        for (int bin = 0; bin < count && last >= 0 && strangersLeft; bin++)
        {
            if (histogram[bin].Packed == 0)
            {
                best.GoesLeft.Add(bin);
            }
        }

        if (last >= 0 && (missing.Packed == 0 ? strangersLeft : missingLeft))
        {
            best.GoesLeft.Add(FeatureBins.Missing);
        }

        return best;
    }

    private bool Consider(Sums left, Sums leaf, double whole, double extraL2, ref Split best)
    {
        Sums right = leaf - left;
        if (left.Rows < options.MinimumRowsPerLeaf || right.Rows < options.MinimumRowsPerLeaf
            || scale.Curvature(left.Packed) < LeastCurvature || scale.Curvature(right.Packed) < LeastCurvature)
        {
            return false;
        }

        double gain = Score(left, extraL2) + Score(right, extraL2) - whole;
        if (gain <= best.Gain)
        {
            return false;
        }

        best.Gain = gain;
        best.Left = left;
        return true;
    }
}
