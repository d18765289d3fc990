namespace Parcours.Statistics.Learners;

/// <summary>Something that learns, from rows whose outcome is known, to give the probability of that outcome for other rows.</summary>
public interface IBinaryLearner
{
    /// <summary>A short name, for tables that compare learners.</summary>
    string Name { get; }

    /// <summary>Learns. The same sample gives the same model, on any number of threads.</summary>
    /// <param name="sample">Rows with outcomes.</param>
    /// <returns>A model, or why there is none.</returns>
    Learned<IBinaryModel> Learn(BinarySample sample);
}
