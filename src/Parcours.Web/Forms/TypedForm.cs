using System.Collections.Immutable;

namespace Parcours.Web.Forms;

/// <summary>What was typed into a form, and what is wrong with it: a page that says so shows both again.</summary>
/// <param name="Values">The values of each field, by its name.</param>
public sealed record TypedForm(ImmutableDictionary<string, ImmutableArray<string>> Values)
{
    /// <summary>Nothing typed, nothing wrong.</summary>
    public static TypedForm Empty { get; } = new(ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    /// <summary>What is wrong, by field; that of the whole form under the empty name.</summary>
    public ImmutableDictionary<string, string> Faults { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The value of a field; empty for none.</summary>
    public string this[string field] => Values.TryGetValue(field, out ImmutableArray<string> values) && values.Length > 0 ? values[0] : string.Empty;

    /// <summary>All values of a field that may have several.</summary>
    public ImmutableArray<string> All(string field) => Values.GetValueOrDefault(field, []);

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? FaultOf(string field) => Faults.GetValueOrDefault(field);

    /// <summary>Whether something is wrong.</summary>
    public bool IsWrong => !Faults.IsEmpty;

    /// <summary>The form with a field filled.</summary>
    public TypedForm With(string field, string value) => this with { Values = Values.SetItem(field, [value]) };

    /// <summary>The form with a fault beside a field; the empty name for the whole form.</summary>
    public TypedForm Wrong(string field, string sentence) => this with { Faults = Faults.SetItem(field, sentence) };
}
