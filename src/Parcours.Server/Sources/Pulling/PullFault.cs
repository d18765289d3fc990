namespace Parcours.Server.Sources.Pulling;

/// <summary>Asking a source ended early. Its next time it goes on where it was.</summary>
internal sealed class PullFault : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="reason">A sentence without anything of a customer in it.</param>
    /// <param name="status">The HTTP status that was answered; 0 for none.</param>
    internal PullFault(string reason, int status = 0)
        : base(reason) => Status = status;

    /// <summary>The HTTP status that was answered; 0 for none.</summary>
    internal int Status { get; }
}
