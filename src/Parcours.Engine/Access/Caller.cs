namespace Parcours.Engine.Access;

/// <summary>Who asks for something, as far as they proved it.</summary>
public abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>Who it was, in the audit log: a kind and a number, never a name.</summary>
    public abstract string Actor { get; }

    /// <summary>Nobody known: nothing was shown, or it proved nothing.</summary>
    public sealed record Nobody : Caller
    {
        /// <summary>The only one.</summary>
        public static Nobody Known { get; } = new();

        /// <inheritdoc/>
        public override string Actor => "nobody";
    }

    /// <summary>The holder of a valid key.</summary>
    public sealed record Keyed(AccessKey Key) : Caller
    {
        /// <inheritdoc/>
        public override string Actor => $"key:{Key.Id}";
    }

    /// <summary>An operator who signed in.</summary>
    /// <param name="Operator">Who.</param>
    /// <param name="Session">The hash of the session.</param>
    public sealed record SignedIn(Operator Operator, string Session) : Caller
    {
        /// <inheritdoc/>
        public override string Actor => $"operator:{Operator.Id}";
    }

    /// <summary>Whoever can write to the workspace's folder on this machine: they own it, whatever we say.</summary>
    public sealed record LocalOwner : Caller
    {
        /// <summary>The only one.</summary>
        public static LocalOwner Known { get; } = new();

        /// <inheritdoc/>
        public override string Actor => "local";
    }
}
