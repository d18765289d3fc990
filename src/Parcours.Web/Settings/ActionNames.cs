using System.Collections.Frozen;
using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Settings;

/// <summary>What the audit log's actions are, in words.</summary>
public static class ActionNames
{
    private static readonly FrozenDictionary<string, LocalText> _names = new Dictionary<string, LocalText>
    {
        ["backup.deleted"] = new("deleted a backup", "a supprimé une sauvegarde"),
        ["backup.made"] = new("made a backup", "a fait une sauvegarde"),
        ["definition.restored"] = new("restored a version of a definition", "a rétabli une version d’une définition"),
        ["definition.saved"] = new("saved a definition", "a enregistré une définition"),
        ["import.uploaded"] = new("imported a file", "a importé un fichier"),
        ["key.created"] = new("made a key", "a créé une clé"),
        ["key.public"] = new("was seen in a web page for the first time", "a été vue dans une page web pour la première fois"),
        ["key.revoked"] = new("revoked a key", "a révoqué une clé"),
        ["operator.added"] = new("added an operator", "a ajouté un utilisateur"),
        ["operator.changed"] = new("changed an operator", "a modifié un utilisateur"),
        ["operator.codes_off"] = new("turned one-time codes off", "a désactivé les codes à usage unique"),
        ["operator.codes_on"] = new("turned one-time codes on", "a activé les codes à usage unique"),
        ["operator.password_changed"] = new("changed their password", "a changé son mot de passe"),
        ["operator.password_reset"] = new("gave an operator a new password", "a donné un nouveau mot de passe à un utilisateur"),
        ["operator.refused"] = new("typed a wrong password", "a saisi un mauvais mot de passe"),
        ["operator.removed"] = new("took an operator’s access away", "a retiré l’accès d’un utilisateur"),
        ["operator.restored"] = new("gave an operator access again", "a rendu l’accès à un utilisateur"),
        ["person.erased"] = new("erased a person", "a effacé une personne"),
        ["person.expired"] = new("erased a person whose time was over", "a effacé une personne dont la durée était passée"),
        ["person.exported"] = new("exported all about a person", "a exporté tout ce qui concerne une personne"),
        ["quarantine.replayed"] = new("replayed what was put aside", "a rejoué ce qui avait été mis de côté"),
        ["review.dismissed"] = new("kept a pair of customers apart", "a laissé deux clients séparés"),
        ["review.reopened"] = new("put a pair of customers back to be looked at", "a remis deux clients à examiner"),
        ["session.all_closed"] = new("signed out everywhere", "s’est déconnecté partout"),
        ["session.closed"] = new("signed out", "s’est déconnecté"),
        ["session.opened"] = new("signed in", "s’est connecté"),
        ["session.refused"] = new("was refused at the sign-in", "a été refusé à la connexion"),
        ["source.added"] = new("added a source", "a ajouté une source"),
        ["source.removed"] = new("removed a source", "a retiré une source"),
        ["suppression.added"] = new("put somebody on the suppression list", "a mis quelqu’un sur la liste d’exclusion"),
        ["suppression.removed"] = new("took somebody off the suppression list", "a retiré quelqu’un de la liste d’exclusion"),
        ["workspace.changed"] = new("changed the workspace’s settings", "a modifié les réglages de l’espace"),
        ["workspace.restored"] = new("restored the workspace from a backup", "a restauré l’espace depuis une sauvegarde"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What somebody did; null for an action without words.</summary>
    public static LocalText? Find(string action) => _names.TryGetValue(action, out LocalText name) ? name : null;

    /// <summary>What can be looked for: the beginning of actions, and what they are about.</summary>
    public static IReadOnlyList<(string Beginning, LocalText Name)> Areas { get; } =
    [
        ("session.", new("Signing in and out", "Connexions")),
        ("operator.", new("Operators", "Utilisateurs")),
        ("key.", new("Keys", "Clés")),
        ("definition.", new("Definitions", "Définitions")),
        ("segment.", new("Segments", "Segments")),
        ("workspace.", new("Workspace", "Espace")),
        ("import.", new("Imports", "Imports")),
        ("quarantine.", new("Quarantine", "Lignes à corriger")),
        ("source.", new("Sources", "Sources")),
        ("customer.", new("Customers", "Clients")),
        ("review.", new("Pairs of customers", "Paires de clients")),
        ("person.", new("Erasure and exports of persons", "Effacements et exports de personnes")),
        ("suppression.", new("Suppression list", "Liste d’exclusion")),
        ("webhook.", new("Webhooks", "Webhooks")),
        ("backup.", new("Backups", "Sauvegardes")),
    ];
}
