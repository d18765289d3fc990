using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Segments.Building;

/// <summary>What may run or be open, by the language's word.</summary>
public static class StateWords
{
    /// <summary>What runs from a start to an end.</summary>
    public static IReadOnlyList<(string Word, LocalText Name)> Running { get; } =
        [("contract", new("contract", "contrat")), ("subscription", new("subscription", "abonnement")), ("trial", new("trial", "essai"))];

    /// <summary>What is open until it is closed.</summary>
    public static IReadOnlyList<(string Word, LocalText Name)> Open { get; } =
    [
        ("deal", new("deals", "affaires")), ("complaint", new("complaints", "réclamations")), ("support_ticket", new("support tickets", "demandes au support")),
        ("commitment", new("commitments", "engagements pris")),
    ];

    /// <summary>The name of a word of either list; null for another word.</summary>
    public static LocalText? NameOf(string word) => Running.Concat(Open).Where(known => known.Word == word).Select(known => (LocalText?)known.Name).FirstOrDefault();
}
