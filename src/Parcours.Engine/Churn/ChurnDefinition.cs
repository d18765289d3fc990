using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.Churn;

/// <summary>
/// One way of leaving, as the company defines it. The label of a customer at t0 is the outcome at t0 + horizon on the history cut there,
/// for those eligible at t0.
/// </summary>
/// <param name="Id">Its identifier, as "stopped-buying".</param>
/// <param name="Name">Its name, as shown.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Subject">Whether it is about customers or accounts.</param>
/// <param name="Eligible">Who could leave, as a condition at t0.</param>
/// <param name="Outcome">Who has left, as a condition at t0 + horizon; it may name <c>horizon</c>.</param>
/// <param name="Horizon">How long one waits to see.</param>
/// <param name="Recency">The feature that alone is the score to beat, as "days_since_last_order".</param>
/// <param name="Candidates">The learners tried against it, by id.</param>
public sealed record ChurnDefinition(
    string Id,
    LocalText Name,
    string Source,
    SubjectType Subject,
    SourceText Eligible,
    SourceText Outcome,
    Period Horizon,
    string Recency,
    ImmutableArray<string> Candidates)
{
    /// <summary>The lengths of time that its conditions may name.</summary>
    public IReadOnlyDictionary<string, Period> Lengths => new Dictionary<string, Period>(StringComparer.Ordinal) { ["horizon"] = Horizon };

    /// <summary>What tells two definitions apart that may share an id: a hash of all that scores depend on, its name and source left out.</summary>
    public string Fingerprint
    {
        get
        {
            string text = string.Join('\n', [Id, Subject.ToString(), Eligible.Text.Trim(), Outcome.Text.Trim(), Horizon.ToString(), Recency, .. Candidates]);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        }
    }
}
