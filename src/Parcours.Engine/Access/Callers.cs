namespace Parcours.Engine.Access;

/// <summary>
/// Who may call an endpoint. Every endpoint carries one; there is no default. The local owner may call all but those that need a write key,
/// because what is sent must be counted under a key.
/// </summary>
public sealed record Callers
{
    private Callers()
    {
    }

    /// <summary>Everybody, known or not.</summary>
    public static Callers Anyone { get; } = new() { IsAnyone = true };

    /// <summary>Write keys, shown in a header.</summary>
    public static Callers WriteKeys { get; } = new() { WithWriteKey = true };

    /// <summary>Write keys, shown in a header or in the body: the endpoint reads the body and claims the caller before it does anything.</summary>
    public static Callers WriteKeysInBody { get; } = new() { WithWriteKey = true, KeyMayBeInBody = true };

    /// <summary>The local owner alone.</summary>
    public static Callers Local { get; } = new();

    /// <summary>Operators in person, for what only they have: a session, a password.</summary>
    public static Callers SignedIn { get; } = new() { Role = Access.Role.Viewer, InPerson = true };

    /// <summary>Whether everybody may.</summary>
    public bool IsAnyone { get; private init; }

    /// <summary>Whether a write key opens it.</summary>
    public bool WithWriteKey { get; private init; }

    /// <summary>Whether the endpoint itself looks for the write key in the body when no header has one.</summary>
    public bool KeyMayBeInBody { get; private init; }

    /// <summary>Whether the local owner, who has no session, is left out.</summary>
    public bool InPerson { get; private init; }

    /// <summary>The scope with which a server key opens it; null when none does.</summary>
    public Scope? Scope { get; private init; }

    /// <summary>The least role of an operator who may; null when no operator may.</summary>
    public Role? Role { get; private init; }

    /// <summary>Operators of a role or above, and nobody else but the local owner.</summary>
    public static Callers Operators(Role least) => new() { Role = least };

    /// <summary>Operators of a role or above, and server keys with a scope.</summary>
    public static Callers Operators(Role least, Scope scope) => new() { Role = least, Scope = scope };

    /// <summary>Also server keys with a scope.</summary>
    public Callers Or(Scope scope) => this with { Scope = scope };

    /// <summary>What a caller is told.</summary>
    public Admission Admit(Caller caller) => caller switch
    {
        _ when IsAnyone => Admission.Admitted,
        Caller.Nobody => KeyMayBeInBody ? Admission.Admitted : Admission.Unknown,
        Caller.LocalOwner => Told(!WithWriteKey && !InPerson),
        Caller.Keyed { Key: { Kind: KeyKind.Write } } => Told(WithWriteKey),
        Caller.Keyed { Key: { Kind: KeyKind.Server } key } => Told(Scope is { } scope && key.Scopes.Contains(scope)),
        Caller.SignedIn { Operator: { IsActive: true } person } => Told(Role is { } least && person.Role >= least),
        _ => Admission.Forbidden,
    };

    private static Admission Told(bool allowed) => allowed ? Admission.Admitted : Admission.Forbidden;
}
