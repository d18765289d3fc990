using Parcours.Domain.Lifecycles;
using Parcours.Engine.Access;

namespace Parcours.Web.Shell;

/// <summary>A page that the navigation, the search and the command palette lead to.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Task">What one does there, for the palette.</param>
/// <param name="Least">The least role that may look at it.</param>
public sealed record Place(string Path, LocalText Name, LocalText Task, Role Least = Role.Viewer)
{
    /// <summary>Whether a path is this page or lies below it.</summary>
    public bool Holds(string path) => path == Path || (Path != "/" && path.StartsWith(Path + "/", StringComparison.Ordinal));
}
