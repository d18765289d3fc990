using Parcours.Domain.Lifecycles;
using Parcours.Engine.Access;

namespace Parcours.Web.Shell;

/// <summary>Every page of the navigation, by task.</summary>
public static class Menu
{
    /// <summary>The groups, in the order shown.</summary>
    public static IReadOnlyList<(LocalText Name, IReadOnlyList<Place> Places)> Groups { get; } =
    [
        (new("See", "Voir"),
        [
            new("/", new("Today", "Aujourd’hui"), new("What moved, and what is worth doing", "Ce qui a changé, et ce qui vaut la peine")),
            new("/management", new("Management", "Direction"), new("The month on one sheet", "Le mois sur une feuille")),
            new("/lifecycle", new("Lifecycle map", "Carte du cycle de vie"), new("Where everybody stands at any date", "Où en est chacun, à toute date")),
            new("/conversion", new("Conversion", "Conversion"), new("From stage to stage", "D’une phase à l’autre")),
            new("/customers", new("Customers", "Clients"), new("Find, filter, export", "Chercher, filtrer, exporter")),
            new("/accounts", new("Accounts", "Comptes"), new("Companies and their people", "Les entreprises et leurs interlocuteurs")),
        ]),
        (new("Understand", "Comprendre"),
        [
            new("/rfm", new("RFM", "RFM"), new("Recency, frequency, money", "Récence, fréquence, montant")),
            new("/cohorts", new("Cohorts", "Cohortes"), new("Who stays, by month of beginning", "Qui reste, par mois de début")),
            new("/value", new("Value", "Valeur"), new("What customers are worth", "Ce que valent les clients")),
            new("/churn", new("Churn", "Attrition"), new("Who is leaving", "Qui s’en va")),
            new("/timing", new("Timing", "Moment"), new("When customers order again", "Quand les clients recommandent")),
            new("/win-back", new("Win-back", "Réactivation"), new("Who can be won back", "Qui est rattrapable")),
            new("/next-need", new("Next need", "Prochain besoin"), new("What customers need next", "Ce dont les clients auront besoin")),
            new("/satisfaction", new("Satisfaction", "Satisfaction"), new("Satisfaction by stage", "Satisfaction par phase")),
            new("/glossary", new("Glossary", "Glossaire"), new("What every word means", "Ce que veut dire chaque mot")),
        ]),
        (new("Choose", "Cibler"),
        [
            new("/segments", new("Segments", "Segments"), new("Build, measure, compare", "Construire, mesurer, comparer")),
            new("/dictionary", new("Dictionary", "Dictionnaire"), new("Every stage and segment in words", "Chaque phase et segment en mots")),
        ]),
        (new("Data", "Données"),
        [
            new("/data/import", new("Import", "Importer"), new("Bring a file in", "Apporter un fichier"), Role.Marketer),
            new("/data/sources", new("Sources and keys", "Sources et clés"), new("Connect a site, a shop, a till", "Brancher un site, une boutique, une caisse"), Role.Analyst),
            new("/data/live", new("Arriving now", "En direct"), new("What comes in, as it comes", "Ce qui arrive, à l’instant"), Role.Analyst),
            new("/data/quarantine", new("Quarantine", "Lignes à corriger"), new("What was put aside, and why", "Ce qui a été mis de côté, et pourquoi"), Role.Analyst),
            new("/data/accounting", new("Accounting", "Comptes des entrées"), new("Received, stored, duplicates", "Reçu, gardé, doublons"), Role.Analyst),
            new("/data/merges", new("Identities", "Identités"), new("Who is one person", "Qui est une seule personne"), Role.Analyst),
            new("/data/usage", new("Data used", "Données utilisées"), new("What is used, and what never is", "Ce qui sert, et ce qui ne sert jamais")),
        ]),
        (new("Settings", "Réglages"),
        [
            new("/settings/workspace", new("Workspace", "Espace"), new("Name, currency, time zone", "Nom, devise, fuseau horaire"), Role.Owner),
            new("/settings/operators", new("Operators", "Utilisateurs"), new("Who may do what", "Qui peut faire quoi"), Role.Owner),
            new("/settings/keys", new("Keys", "Clés"), new("What programs may do", "Ce que peuvent les programmes"), Role.Owner),
            new("/settings/lifecycles", new("Definitions", "Définitions"), new("Lifecycles and churn, as text", "Cycles de vie et attrition, en texte")),
            new("/settings/calendar", new("Calendar", "Calendrier"), new("Sales periods and holidays", "Soldes et jours fériés")),
            new("/settings/retention", new("Retention", "Conservation"), new("How long facts are kept", "Combien de temps les événements sont gardés"), Role.Owner),
            new("/settings/audit", new("Audit log", "Journal d’audit"), new("Who did what", "Qui a fait quoi"), Role.Owner),
            new("/settings/backups", new("Backups", "Sauvegardes"), new("Copies and their expiry", "Copies et leur échéance"), Role.Owner),
        ]),
    ];
}
