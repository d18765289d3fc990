using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Domain.Histories;

/// <summary>Where facts without a date stand in a history: at the subject's first dated fact, since what they say held from the start.</summary>
public static class UndatedFacts
{
    /// <summary>Moves the undated facts of one subject; without any dated fact they stay where they are.</summary>
    /// <param name="rows">All facts of the subject, in any order.</param>
    public static void Place(Span<FactRow> rows)
    {
        bool any = false;
        Instant first = Instant.Never;
        foreach (ref readonly FactRow row in rows)
        {
            if (IsUndated(row.Fact))
            {
                any = true;
            }
            else if (row.Fact.At < first)
            {
                first = row.Fact.At;
            }
        }

        if (!any || first == Instant.Never)
        {
            return;
        }

        foreach (ref FactRow row in rows)
        {
            if (IsUndated(row.Fact))
            {
                row = row with { Fact = row.Fact with { At = first } };
            }
        }
    }

    /// <summary>Whether a fact was given without a date.</summary>
    public static bool IsUndated(in Fact fact) => (fact.ChannelAndFlags & (byte)FactFlags.Undated) != 0;
}
