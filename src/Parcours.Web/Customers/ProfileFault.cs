using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Customers;

/// <summary>What is wrong with a form of a profile, and what was typed in it.</summary>
/// <param name="Form">note, consent or merge.</param>
/// <param name="Field">The field that is wrong.</param>
/// <param name="Sentence">What to do.</param>
/// <param name="Typed">What was typed, by field.</param>
public sealed record ProfileFault(string Form, string Field, LocalText Sentence, IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>What was typed in a field.</summary>
    public string Of(string field) => Typed.GetValueOrDefault(field, string.Empty);
}
