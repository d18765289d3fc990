using Parcours.Domain.Purchases;
using Parcours.Statistics.Opportunities;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Predictions;

/// <summary>Fits the models on the purchases of a base. The same base gives the same figures on any number of cores.</summary>
public static class ModelFits
{
    /// <summary>Fits a model of when customers buy, or of how much they spend.</summary>
    /// <param name="request">Any model but BG/BB.</param>
    /// <param name="history">The base at the cut, in the unit of the request.</param>
    /// <param name="progress">Told the share done, 0 to 1, where there are several fits to make; may be null.</param>
    public static FittedModel Of(ModelRequest request, PurchaseHistory history, IProgress<double>? progress = null)
    {
        int day = history.Table.CutDay;
        if (request.Model == PredictionModels.Spend)
        {
            return Told(request, day, GammaGamma.Fit(history.Spends()), history.Table.OtherCurrency > 0);
        }

        var groups = PurchaseGroups.Of(history.Summaries());
        return request.Model switch
        {
            "mbgnbd" => Told(request, day, 1, TransactionFits.MbgNbd(groups)),
            "pnbd" => Told(request, day, 1, TransactionFits.ParetoNbd(groups)),
            "nbd" => Told(request, day, 1, TransactionFits.Nbd(groups)),
            PredictionModels.Regular => Regular(request, day, groups, history.SumOfLogGaps, progress),
            _ => Told(request, day, 1, TransactionFits.BgNbd(groups)),
        };
    }

    /// <summary>Fits BG/BB.</summary>
    /// <param name="request">BG/BB; its unit is what an opportunity is.</param>
    /// <param name="cutDay">The local day number of the cut.</param>
    /// <param name="table">The base as opportunities.</param>
    public static FittedModel Of(ModelRequest request, int cutDay, OpportunityTable table)
    {
        OpportunityFit fit = BgBb.Fit([.. table.Customers.Select(Summary)]);
        return new FittedModel(
            request, PredictionModels.Opportunities, cutDay, 1, fit.Model?.Parameters ?? [], fit.StandardErrors, Flat(fit.Covariance), fit.LogLikelihood,
            fit.Customers, fit.Converged,
            [.. fit.Warnings.Select(warning => warning == FitWarning.NoCustomers ? ModelWarnings.Known("no_opportunity") : ModelWarnings.Of(warning))]);
    }

    /// <summary>A customer's opportunities as BG/BB reads them.</summary>
    internal static OpportunitySummary Summary(CustomerOpportunities customer) => new(customer.Taken, customer.Last, customer.Had);

    // The likelihood over k rises to one peak and falls: the first k that is no better ends the search.
    private static FittedModel Regular(ModelRequest request, int day, PurchaseGroups groups, double sumOfLogGaps, IProgress<double>? progress)
    {
        int k = request.Regularity ?? 1;
        TransactionFit best = TransactionFits.MbgCnbd(groups, k, sumOfLogGaps);
        while (request.Regularity is null && k < MbgCnbd.MostRegular && best.Model is not null)
        {
            progress?.Report((double)k / (k + 2));
            TransactionFit next = TransactionFits.MbgCnbd(groups, k + 1, sumOfLogGaps);
            if (next.LogLikelihood <= best.LogLikelihood)
            {
                break;
            }

            best = next;
            k++;
        }

        return Told(request, day, k, best);
    }

    private static FittedModel Told(ModelRequest request, int day, int regularity, TransactionFit fit) => new(
        request, fit.Model?.Id ?? request.Model, day, fit.Model is MbgCnbd ? regularity : 1, fit.Model?.Parameters ?? [], fit.StandardErrors, Flat(fit.Covariance),
        fit.LogLikelihood, fit.Customers, fit.Converged, [.. fit.Warnings.Select(ModelWarnings.Of)]);

    private static FittedModel Told(ModelRequest request, int day, SpendFit fit, bool otherCurrency)
    {
        IEnumerable<ModelWarning> warnings = fit.Warnings.Select(ModelWarnings.Of);
        return new(
            request, PredictionModels.Spend, day, 1, fit.Model is { } model ? [model.P, model.Q, model.Gamma] : [], fit.StandardErrors, Flat(fit.Covariance),
            fit.LogLikelihood, fit.Customers, fit.Converged, [.. otherCurrency ? warnings.Append(ModelWarnings.Known("other_currency")) : warnings], fit.ObservedMean);
    }

    private static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];
}
