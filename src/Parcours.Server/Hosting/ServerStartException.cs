namespace Parcours.Server.Hosting;

/// <summary>The server cannot start, for a reason that whoever starts it can mend.</summary>
public sealed class ServerStartException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="reason">The reason, as it follows "the server cannot start: ".</param>
    /// <param name="cause">What lies behind it.</param>
    public ServerStartException(string reason, Exception? cause = null)
        : base(reason, cause)
    {
    }
}
