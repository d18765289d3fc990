using Parcours.Domain.Lifecycles;
using Parcours.Engine.Access;

namespace Parcours.Web.Settings;

/// <summary>What the scopes of server keys allow, in words.</summary>
public static class ScopeNames
{
    /// <summary>What a scope allows.</summary>
    public static LocalText MeaningOf(Scope scope) => scope switch
    {
        Scope.CustomersRead => new("read customers and their facts", "lire les clients et leurs événements"),
        Scope.AnalysesRead => new("read figures: stages, flows, predictions; no persons", "lire les chiffres : phases, flux, prédictions ; aucune personne"),
        Scope.ExportsRead => new("export lists of customers, for Excel and Power BI", "exporter des listes de clients, pour Excel et Power BI"),
        Scope.FactsWrite => new("send facts and import files", "envoyer des événements et importer des fichiers"),
        Scope.CustomersWrite => new("merge customers and undo it", "fusionner des clients et défaire une fusion"),
        Scope.DefinitionsWrite => new("change definitions: lifecycles, thresholds, segments", "modifier les définitions : cycles de vie, seuils, segments"),
        Scope.PrivacyWrite => new("consent, everything about a person, erasure", "consentement, tout sur une personne, effacement"),
        Scope.WebhooksWrite => new("outgoing webhooks", "webhooks sortants"),
        Scope.KeysWrite => new("make and revoke keys, with its own scopes at most", "créer et révoquer des clés, avec ses propres droits au plus"),
        Scope.AuditRead => new("read the audit log", "lire le journal d’audit"),
        Scope.OperationsRead => new("metrics and the state of the server", "mesures et état du serveur"),
    };
}
