namespace Parcours.Engine.Access;

/// <summary>One thing that a server key was allowed to do when it was made. The numbers are stored: add at the end, never renumber.</summary>
public enum Scope
{
    /// <summary><c>customers:read</c>: profiles, facts, search.</summary>
    CustomersRead = 0,

    /// <summary><c>analyses:read</c>: stages, flows, conversion, cohorts, predictions: figures, no persons.</summary>
    AnalysesRead = 1,

    /// <summary><c>exports:read</c>: lists of customers as CSV and NDJSON, for Excel and Power BI.</summary>
    ExportsRead = 2,

    /// <summary><c>facts:write</c>: facts and imports, quarantine replay.</summary>
    FactsWrite = 3,

    /// <summary><c>customers:write</c>: merge and unmerge.</summary>
    CustomersWrite = 4,

    /// <summary><c>definitions:write</c>: lifecycles, thresholds, segments.</summary>
    DefinitionsWrite = 5,

    /// <summary><c>privacy:write</c>: consent, export of a person, erasure.</summary>
    PrivacyWrite = 6,

    /// <summary><c>webhooks:write</c>: outgoing webhooks.</summary>
    WebhooksWrite = 7,

    /// <summary><c>keys:write</c>: making and revoking keys.</summary>
    KeysWrite = 8,

    /// <summary><c>audit:read</c>: the audit log.</summary>
    AuditRead = 9,

    /// <summary><c>operations:read</c>: metrics and the state of the server.</summary>
    OperationsRead = 10,
}
