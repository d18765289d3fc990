using Parcours.Domain.Histories;

namespace Parcours.Engine.Samples;

/// <summary>
/// Where two facts of a base in memory tie, their message ids decide: this draws the subject again to know them. Ties are few.
/// </summary>
internal sealed class ShopOrigins(Shop shop, IReadOnlyList<Segment> segments)
{
    private readonly SubjectLife _life = new(shop);

    /// <summary>The origin of a fact, by its sequence in the base.</summary>
    public FactOrigin Of(long factId)
    {
        long place = factId - 1;
        int number = 0;
        for (; place >= segments[number].FactCount; number++)
        {
            place -= segments[number].FactCount;
        }

        int[] starts = segments[number].Starts;
        int found = Array.BinarySearch(starts, (int)place);
        int subject = found < 0 ? ~found - 1 : found;
        while (starts[subject + 1] == starts[subject])
        {
            subject++; // subjects without a fact share their start with the next one
        }

        _life.Live((number * Segment.Width) + subject);
        ShopFact fact = _life.Facts[(int)place - starts[subject]];
        return new FactOrigin(fact.Fact.At, fact.Hash);
    }
}
