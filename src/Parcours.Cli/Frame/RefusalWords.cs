using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Frame;

/// <summary>The words of a workspace's refusals, for machines and in both languages.</summary>
internal static class RefusalWords
{
    /// <summary>A workspace's refusal as a verb's.</summary>
    public static Refusal Of(WorkspaceRefusal refusal) => refusal switch
    {
        WorkspaceRefusal.Missing missing => new("workspace_missing", new(refusal.Sentence,
            $"Aucun espace dans {missing.Folder} : importez d'abord un fichier (parcours import commandes.csv), ou nommez-en un autre avec --workspace.")),
        WorkspaceRefusal.Held held => new("workspace_held", new(refusal.Sentence,
            $"L'espace {held.Folder} est en cours d'écriture par {held.Holder} : attendez la fin, ou arrêtez-le. Les verbes de lecture fonctionnent pendant ce temps.")),
        WorkspaceRefusal.DiskFull full => new("disk_full", new(refusal.Sentence,
            $"Le disque qui contient {full.Folder} est plein : rien de cet import n'est visible et les données antérieures sont intactes. Libérez de la place et relancez la même commande.")),
        WorkspaceRefusal.Unreadable unreadable => new("workspace_unreadable", new(refusal.Sentence,
            $"L'espace {unreadable.Folder} ne peut pas être lu : {unreadable.Detail}.")),
        WorkspaceRefusal.TooNew newer => new("workspace_too_new", new(refusal.Sentence,
            $"L'espace {newer.Folder} a été écrit par une version plus récente de Parcours (schéma {newer.Version}) : utilisez cette version.")),
        WorkspaceRefusal.PropertiesInvalid invalid => new("properties_invalid", new(refusal.Sentence,
            $"{invalid.File} est inutilisable : {invalid.Error}. Corrigez le fichier et relancez la même commande.")),
        WorkspaceRefusal.EventsInvalid invalid => new("events_invalid", new(refusal.Sentence,
            $"{invalid.File} est inutilisable : {invalid.Error}. Corrigez le fichier et redémarrez.")),
        _ => new("workspace_refused", new(refusal.Sentence, refusal.Sentence)),
    };
}
