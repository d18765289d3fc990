using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Definitions;

/// <summary>What a changed text would do to the base, before it is saved.</summary>
/// <param name="Rows">What is counted under the saved and under the changed text.</param>
/// <param name="Changed">How many would be counted elsewhere; null where that has no sense.</param>
/// <param name="All">How many there are in all.</param>
public sealed record DefinitionEffect(IReadOnlyList<DefinitionEffect.Row> Rows, int? Changed, int All)
{
    /// <summary>A count before and after.</summary>
    /// <param name="Name">What is counted.</param>
    /// <param name="Before">Under the saved text; null when it has no such thing.</param>
    /// <param name="After">Under the changed text; null when it has no such thing.</param>
    public sealed record Row(LocalText Name, int? Before, int? After);
}
