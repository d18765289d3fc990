using Parcours.Statistics.Learners;

namespace Parcours.Engine.Churn;

/// <summary>A model whose probability for a row also depends on the rows asked about with it.</summary>
internal interface IPopulationModel : IBinaryModel
{
    /// <summary>The model that gives each row what this one gives it among a population, whoever it is asked about with.</summary>
    /// <param name="population">The rows it is among.</param>
    IBinaryModel Among(FeatureTable population);
}
