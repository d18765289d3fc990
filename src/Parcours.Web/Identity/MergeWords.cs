using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Identity;

/// <summary>Why keys are one person, or are kept apart, in words.</summary>
public static class MergeWords
{
    /// <summary>Why two keys are one person.</summary>
    public static LocalText Why(string reason) => reason switch
    {
        "message" => new("one message named both", "un même message nommait les deux"),
        "claim" => new("an anonymous visitor said who they are", "un visiteur anonyme a dit qui il est"),
        "alias" => new("an alias said so", "un alias l’a dit"),
        "operator" => new("somebody here said so", "quelqu’un ici l’a dit"),
        "yielded" => new("a weaker key went to the stronger one", "une clé plus faible a suivi la plus forte"),
        _ => new("a line of a file named both", "une ligne de fichier nommait les deux"),
    };

    /// <summary>Why two keys are kept apart.</summary>
    public static LocalText Apart(string reason) => reason switch
    {
        "two_people" => new("both are identified: one message named them together", "les deux sont identifiés : un message les nommait ensemble"),
        _ => new("a rule keeps them apart", "une règle les tient séparés"),
    };
}
