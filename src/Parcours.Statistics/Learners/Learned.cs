namespace Parcours.Statistics.Learners;

/// <summary>What came of learning: a model, or why there is none.</summary>
/// <param name="Model">The model; null when refused.</param>
/// <param name="Refusal">Why there is none; null with a model.</param>
/// <typeparam name="TModel">What is learnt.</typeparam>
public sealed record Learned<TModel>(TModel? Model, LearningRefusal? Refusal)
    where TModel : class
{
    /// <summary>A success.</summary>
    public static Learned<TModel> Of(TModel model) => new(model, null);

    /// <summary>A refusal.</summary>
    public static Learned<TModel> Refused(LearningRefusal refusal) => new(null, refusal);
}
