namespace Parcours.Domain.Lifecycles;

/// <summary>A text in the two languages of the product.</summary>
/// <param name="En">English.</param>
/// <param name="Fr">French.</param>
public readonly record struct LocalText(string En, string Fr)
{
    /// <summary>The text in a language: French for a code that starts with "fr", else English.</summary>
    public string In(string language) => language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? Fr : En;
}
