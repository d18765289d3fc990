namespace Parcours.Domain.Expressions;

/// <summary>
/// A number of each subject at the first instant of each month (workspace zone), from histories cut there. It holds until the next month; the last one for ever.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class MonthlyScores
{
    private readonly long[] _starts;
    private readonly float[]?[] _months;

    /// <summary>Puts months together.</summary>
    /// <param name="starts">The first instant of each month in microseconds, ascending.</param>
    /// <param name="months">For each month the numbers by subject, <see cref="float.NaN"/> where there is none; null for a month without any.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public MonthlyScores(IEnumerable<long> starts, IEnumerable<float[]?> months)
    {
        _starts = [.. starts];
        _months = [.. months];
        if (_starts.Length != _months.Length)
        {
            throw new ArgumentException($"There are {_starts.Length} starts and {_months.Length} months.", nameof(months));
        }
    }

    /// <summary>No score of anybody, ever.</summary>
    public static MonthlyScores Empty { get; } = new([], []);

    /// <summary>A subject's number at an instant.</summary>
    /// <param name="subject">Its index.</param>
    /// <param name="now">The instant, in microseconds.</param>
    /// <param name="until">When another number holds; <see cref="long.MaxValue"/> for never.</param>
    /// <returns>The number; <see cref="double.NaN"/> where there is none.</returns>
    public double At(int subject, long now, out long until)
    {
        int found = Array.BinarySearch(_starts, now);
        int place = found >= 0 ? found : ~found - 1;
        float value = Value(place, subject);
        int next = place + 1;
        while (next < _starts.Length && Value(next, subject).Equals(value))
        {
            next++;
        }

        until = next < _starts.Length ? _starts[next] : long.MaxValue;
        return value;
    }

    private float Value(int place, int subject) =>
        place >= 0 && _months[place] is { } month && subject < month.Length ? month[subject] : float.NaN;
}
