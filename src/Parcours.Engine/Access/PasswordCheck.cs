namespace Parcours.Engine.Access;

/// <summary>What a check of a password says.</summary>
public enum PasswordCheck
{
    /// <summary>Another password.</summary>
    Wrong = 0,

    /// <summary>The password.</summary>
    Right,

    /// <summary>The password, behind a hash of earlier days: hash it anew.</summary>
    RightButOld,
}
