using Parcours.Domain.Lifecycles;
using Parcours.Engine.Access;

namespace Parcours.Web.Settings;

/// <summary>Roles in words.</summary>
public static class RoleNames
{
    /// <summary>The name of a role.</summary>
    public static LocalText Of(Role role) => role switch
    {
        Role.Viewer => new("Viewer", "Lecteur"),
        Role.Analyst => new("Analyst", "Analyste"),
        Role.Marketer => new("Marketer", "Marketeur"),
        Role.Owner => new("Owner", "Propriétaire"),
    };

    /// <summary>What a role may do.</summary>
    public static LocalText MeaningOf(Role role) => role switch
    {
        Role.Viewer => new("looks at every page about customers", "regarde toutes les pages sur les clients"),
        Role.Analyst => new("also exports, tries definitions, sees what was put aside", "exporte, essaie des définitions, voit ce qui a été mis de côté"),
        Role.Marketer => new("also imports, changes definitions, merges customers and sends", "importe, modifie les définitions, fusionne des clients et envoie"),
        Role.Owner => new("also settings, keys, operators, erasure and the audit log", "règle, gère les clés et les utilisateurs, efface, lit le journal"),
    };

    /// <summary>Every role with its name and meaning, for a form.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(Func<LocalText, string> say) =>
        [.. Enum.GetValues<Role>().Select(role => (role.ToString().ToLowerInvariant(), $"{say(Of(role))} : {say(MeaningOf(role))}".Replace(" :", say(new(":", "\u00a0:")), StringComparison.Ordinal)))];
}
