using Parcours.Engine.Import;

namespace Parcours.Engine.Samples;

/// <summary>What became of filling a workspace with a shop.</summary>
public abstract record SampleFilling
{
    private SampleFilling()
    {
    }

    /// <summary>It was written.</summary>
    /// <param name="Counts">The account of the import, a fact counted as a line.</param>
    public sealed record Written(ImportCounts Counts) : SampleFilling;

    /// <summary>The same shop was there already: nothing was done.</summary>
    public sealed record AlreadyThere : SampleFilling;

    /// <summary>Refused: a shop of another seed, date or kind is there, and its customers have the same keys.</summary>
    /// <param name="Seed">The seed of the shop that is there.</param>
    /// <param name="Until">Its last day.</param>
    /// <param name="OrdersOnly">Whether it holds nothing but orders.</param>
    public sealed record OtherShop(long Seed, string Until, bool OrdersOnly) : SampleFilling;
}
