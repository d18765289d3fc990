using Parcours.Domain.Time;

namespace Parcours.Domain.Indicators;

/// <summary>The time an indicator is about: facts after one instant, up to and with another. The base is cut at its end.</summary>
/// <param name="After">Facts at or before it are earlier.</param>
/// <param name="To">Facts after it are not known.</param>
public readonly record struct Window(Instant After, Instant To)
{
    /// <summary>The year that ends at an instant.</summary>
    public static Window YearTo(Instant at, Calendar calendar) => new(YearEarlier.Of(at, calendar), at);

    /// <summary>The same window a year earlier (N-1).</summary>
    public Window YearBefore(Calendar calendar) => new(YearEarlier.Of(After, calendar), YearEarlier.Of(To, calendar));

    /// <summary>Whether an instant lies in it.</summary>
    public bool Holds(Instant at) => at > After && at <= To;
}
