using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Predictions;

/// <summary>The models by the short names that verbs, files and screens use.</summary>
public static class PredictionModels
{
    /// <summary>BG/BB: purchases at opportunities.</summary>
    public const string Opportunities = "bgbb";

    /// <summary>Gamma-Gamma: amounts.</summary>
    public const string Spend = "gg";

    /// <summary>MBG/CNBD-k: regular purchases.</summary>
    public const string Regular = "mbgcnbd";

    /// <summary>All of them, the usual first choice first.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["bgnbd", "mbgnbd", Regular, "pnbd", "nbd", Opportunities, Spend];

    /// <summary>The names of a model's parameters, in the order they are written everywhere; empty for a name that is no model's.</summary>
    public static IReadOnlyList<string> ParametersOf(string id) => id switch
    {
        "bgnbd" or "mbgnbd" or Regular => ["r", "alpha", "a", "b"],
        "pnbd" => ["r", "alpha", "s", "beta"],
        "nbd" => ["r", "alpha"],
        Opportunities => ["alpha", "beta", "gamma", "delta"],
        Spend => ["p", "q", "gamma"],
        _ => [],
    };

    /// <summary>The model of when customers buy; null for a name that is not of one in continuous time.</summary>
    /// <param name="id">Its short name.</param>
    /// <param name="parameters">As many as <see cref="ParametersOf"/> names, each above 0 and finite.</param>
    /// <param name="regularity">k of MBG/CNBD-k; not read otherwise.</param>
    public static ITransactionModel? Transactions(string id, IReadOnlyList<double> parameters, int regularity = 1) => id switch
    {
        "bgnbd" => new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]),
        "mbgnbd" => new MbgNbd(parameters[0], parameters[1], parameters[2], parameters[3]),
        Regular => new MbgCnbd(regularity, parameters[0], parameters[1], parameters[2], parameters[3]),
        "pnbd" => new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3]),
        "nbd" => new Nbd(parameters[0], parameters[1]),
        _ => null,
    };
}
