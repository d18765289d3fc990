namespace Parcours.Engine.Access;

/// <summary>What an operator may do. Each role may do all that the ones before it may.</summary>
public enum Role
{
    /// <summary>Looks: customers, stages, reports.</summary>
    Viewer = 0,

    /// <summary>Also exports, tries definitions, looks at what was put aside.</summary>
    Analyst = 1,

    /// <summary>Also imports, changes definitions, merges and sends.</summary>
    Marketer = 2,

    /// <summary>Also keys, operators, erasure, backups and the audit log.</summary>
    Owner = 3,
}
