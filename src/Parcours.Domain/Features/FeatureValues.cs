using System.Collections.Immutable;

namespace Parcours.Domain.Features;

/// <summary>The features of some customers at a date, column by column.</summary>
/// <param name="Subjects">The customers, by row.</param>
/// <param name="Columns">One a feature, in the order of <see cref="FeatureList.All"/>; one value a row, <see cref="float.NaN"/> where there is none.</param>
public sealed record FeatureValues(int[] Subjects, ImmutableArray<float[]> Columns)
{
    /// <summary>The column of a feature.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public float[] this[string id]
    {
        get
        {
            for (int i = 0; i < FeatureList.All.Length; i++)
            {
                if (FeatureList.All[i].Id == id)
                {
                    return Columns[i];
                }
            }

            throw new ArgumentException($"There is no feature \"{id}\".", nameof(id));
        }
    }
}
