using System.Globalization;
using Parcours.Domain.Lifecycles;
using Parcours.Statistics.Opportunities;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Predictions.Cases;

/// <summary>One case: a model with its parameters and a customer's history. Reads cells by their column; the first thing wrong is kept.</summary>
/// <param name="cell">The text of a column; empty when the file has no such column.</param>
internal sealed class CaseRow(Func<string, string> cell)
{
    /// <summary>The first thing wrong with the row; null when all is well.</summary>
    public LocalText? Fault { get; private set; }

    /// <summary>The figures, by their order in <see cref="CaseFile.Figures"/>; null where the model has no such figure.</summary>
    public double?[] Evaluate()
    {
        string model = cell("model").Trim().ToLowerInvariant();
        int count = PredictionModels.ParametersOf(model).Count;
        if (count == 0)
        {
            string known = string.Join(", ", PredictionModels.Ids);
            Refuse(new($"\"{model}\" is no model; they are {known}.", $"« {model} » n'est pas un modèle ; il y a {known}."));
            return [];
        }

        double[] parameters = [.. Enumerable.Range(1, count).Select(i => Positive($"p{i}"))];
        int x = Whole("x");
        double?[] figures = model switch
        {
            _ when Fault is not null => [],
            PredictionModels.Spend => Amounts(parameters, x),
            PredictionModels.Opportunities => Opportunities(parameters, x),
            _ => Transactions(model, parameters, x),
        };
        if (Array.Exists(figures, figure => figure is { } known && !double.IsFinite(known)))
        {
            Refuse(new("A figure is beyond what a number can hold.", "Un résultat dépasse ce qu'un nombre peut contenir."));
        }

        return figures;
    }

    private double?[] Transactions(string model, double[] parameters, int x)
    {
        double recency = AtLeastZero("t_x");
        double age = AtLeastZero("T");
        double horizon = AtLeastZero("t");
        int regularity = model != PredictionModels.Regular || cell("k").Length == 0 ? 1 : Whole("k");
        Require(regularity is >= 1 and <= MbgCnbd.MostRegular, $"k lies between 1 and {MbgCnbd.MostRegular}.", $"k est compris entre 1 et {MbgCnbd.MostRegular}.");
        Require(recency <= age, "t_x is beyond T: the last purchase lies after the end of the window.", "t_x dépasse T : le dernier achat est après la fin de la période.");
        Require(x > 0 || recency == 0, "x is 0, so t_x must be 0.", "x vaut 0, donc t_x doit valoir 0.");
        if (Fault is not null)
        {
            return [];
        }

        ITransactionModel known = PredictionModels.Transactions(model, parameters, regularity)!;
        var customer = new PurchaseSummary(x, recency, age);
        return [known.LogLikelihood(customer), known.ProbabilityAlive(customer), known.ExpectedPurchases(customer, horizon), null];
    }

    private double?[] Opportunities(double[] parameters, int x)
    {
        var customer = new OpportunitySummary(x, Whole("t_x"), Whole("T"));
        int horizon = Whole("t");
        Require(
            customer.IsPossible,
            "Of a customer's opportunities, x is at most t_x and t_x at most T, and both are 0 together.",
            "Pour les occasions d'un client, x est au plus t_x et t_x au plus T, et les deux premiers valent 0 ensemble.");
        if (Fault is not null)
        {
            return [];
        }

        var known = new BgBbModel(parameters[0], parameters[1], parameters[2], parameters[3]);
        return [known.LogLikelihood(customer), known.ProbabilityAlive(customer), known.ExpectedPurchases(customer, horizon), null];
    }

    private double?[] Amounts(double[] parameters, int x)
    {
        double mean = x == 0 ? 0 : Positive("mean_spend");
        Require(
            parameters[1] > 1 || x > 0, "With q of 1 or less there is no mean over customers to expect.", "Avec q inférieur ou égal à 1, il n'y a pas de moyenne sur les clients.");
        if (Fault is not null)
        {
            return [];
        }

        var customer = new SpendSummary(x, mean);
        var known = new GammaGammaModel(parameters[0], parameters[1], parameters[2], parameters[1] > 1 ? null : mean);
        return [known.LogLikelihood(customer), null, null, parameters[1] > 1 ? known.ExpectedSpend(customer) : null];
    }

    private double Number(string column)
    {
        string text = cell(column).Trim();
        bool read = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        Require(
            read,
            text.Length == 0 ? $"{column} is missing." : $"{column} is \"{text}\", which is no number.",
            text.Length == 0 ? $"{column} manque." : $"{column} vaut « {text} », qui n'est pas un nombre.");
        return read ? value : 0;
    }

    private double Positive(string column)
    {
        double value = Number(column);
        Require(value > 0, $"{column} must be above 0.", $"{column} doit être supérieur à 0.");
        return value;
    }

    private double AtLeastZero(string column)
    {
        double value = Number(column);
        Require(value >= 0, $"{column} must not be below 0.", $"{column} ne doit pas être inférieur à 0.");
        return value;
    }

    private int Whole(string column)
    {
        double value = AtLeastZero(column);
        bool whole = value <= int.MaxValue && value == Math.Floor(value);
        Require(whole, $"{column} must be a whole number.", $"{column} doit être un nombre entier.");
        return whole ? (int)Math.Max(value, 0) : 0;
    }

    private void Require(bool holds, string english, string french)
    {
        if (!holds)
        {
            Refuse(new(english, french));
        }
    }

    private void Refuse(LocalText fault) => Fault ??= fault;
}
