namespace Parcours.Engine.Ingestion;

/// <summary>How far the sender of a message is believed when it says who is who.</summary>
public enum Trust
{
    /// <summary>A browser or an app: anybody can read its key. It never merges two identified people, never sets consent and never verifies an e-mail.</summary>
    Public = 0,

    /// <summary>A server of the company, an import or an operator.</summary>
    Company = 1,
}
