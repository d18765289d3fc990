namespace Parcours.Server.Access;

/// <summary>Marks a connection that came through the owner's socket.</summary>
internal sealed class ByOwnerSocket
{
    private ByOwnerSocket()
    {
    }

    internal static ByOwnerSocket Known { get; } = new();
}
