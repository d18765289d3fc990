namespace Parcours.Domain.Conversion;

/// <summary>
/// The Aalen-Johansen estimator for two ways of ending a stay, success and exit, which compete: with n(t) the stays that lasted t days or
/// more, d(t) those that succeeded and e(t) those that left on day t, S(t) = S(t-1) (1 - (d(t) + e(t)) / n(t)) and
/// F(t) = F(t-1) + S(t-1) d(t) / n(t). Stays cut off on day t are at risk on it. Without exits F is one minus the Kaplan-Meier estimate.
/// Aalen and Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored observations", Scand. J. Stat. 5 (1978).
/// </summary>
internal sealed class CumulativeIncidence
{
    private readonly double[] _success;
    private readonly double[] _exit;
    private readonly double[] _survival;
    private readonly long[] _atRisk;

    /// <summary>Begins on day 0, with everybody at risk.</summary>
    /// <param name="stays">How many stays there are in each column.</param>
    public CumulativeIncidence(ReadOnlySpan<long> stays)
    {
        _atRisk = stays.ToArray();
        _success = new double[stays.Length];
        _exit = new double[stays.Length];
        _survival = new double[stays.Length];
        Array.Fill(_survival, 1.0);
    }

    /// <summary>The share that has succeeded, by column.</summary>
    public ReadOnlySpan<double> Success => _success;

    /// <summary>The share that has left, by column.</summary>
    public ReadOnlySpan<double> Exit => _exit;

    /// <summary>The share that still stays, by column.</summary>
    public ReadOnlySpan<double> Survival => _survival;

    /// <summary>Goes through one more day.</summary>
    /// <param name="succeeded">How many succeeded on it, by column.</param>
    /// <param name="left">How many left on it.</param>
    /// <param name="running">How many were cut off on it.</param>
    public void Add(ReadOnlySpan<int> succeeded, ReadOnlySpan<int> left, ReadOnlySpan<int> running)
    {
        for (int column = 0; column < _atRisk.Length; column++)
        {
            int ended = succeeded[column] + left[column];
            if (ended > 0)
            {
                double share = _survival[column] / _atRisk[column];
                _success[column] += share * succeeded[column];
                _exit[column] += share * left[column];
                _survival[column] -= share * ended;
            }

            _atRisk[column] -= ended + running[column];
        }
    }
}
