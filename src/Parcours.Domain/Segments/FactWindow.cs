using System.Collections.Immutable;
using Parcours.Domain.Time;

namespace Parcours.Domain.Segments;

/// <summary>Which facts by their time.</summary>
public abstract record FactWindow
{
    private FactWindow()
    {
    }

    /// <summary>Those of a last length of time, or those before it.</summary>
    /// <param name="IsBefore">Whether those before it.</param>
    /// <param name="Length">As "90 days".</param>
    public sealed record Last(bool IsBefore, string Length) : FactWindow;

    /// <summary>Those later than the last fact of some kinds.</summary>
    /// <param name="Kinds">The kinds.</param>
    public sealed record Since(ImmutableArray<string> Kinds) : FactWindow
    {
        /// <inheritdoc/>
        public bool Equals(Since? other) => other is not null && Kinds.SequenceEqual(other.Kinds);

        /// <inheritdoc/>
        public override int GetHashCode() => Kinds.Length;
    }

    /// <summary>Those of a calendar unit.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Back">How many units back; 0 for the present one.</param>
    public sealed record Period(CalendarUnit Unit, int Back) : FactWindow;
}
