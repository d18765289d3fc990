namespace Parcours.Statistics.Learners;

/// <summary>Why there is no model.</summary>
public enum LearningRefusal
{
    /// <summary>There are no rows, or all weigh nothing.</summary>
    NoRows,

    /// <summary>The outcome happened to every row, or to none (in survival: to none): nothing tells rows apart.</summary>
    OneClass,

    /// <summary>The search for the best coefficients did not settle: no figure from it is to be trusted.</summary>
    NotConverged,

    /// <summary>
    /// Features tell the outcome without fault, or nearly, and the coefficients would grow for ever; a penalty cures it. Albert and Anderson, "On the existence of
    /// maximum likelihood estimates in logistic regression models", Biometrika 71 (1984); in Cox's regression, a monotone likelihood: Bryson and Johnson, "The incidence of
    /// monotone likelihood in the Cox model", Technometrics 23 (1981).
    /// </summary>
    Separated,

    /// <summary>Two features or more say the same thing, so that no single set of coefficients is best; a penalty cures it.</summary>
    Collinear,

    /// <summary>Another learner is needed first, and that one refused, or gave too few scores (a calibration without rows of both classes).</summary>
    TooFewRows,
}
