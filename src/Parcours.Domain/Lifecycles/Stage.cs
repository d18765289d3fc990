namespace Parcours.Domain.Lifecycles;

/// <summary>One of the exclusive stages of a lifecycle.</summary>
/// <param name="Index">Its place among the lifecycle's stages, in order of their first rule.</param>
/// <param name="Id">Its identifier, unique in the lifecycle, as "inactive".</param>
/// <param name="Name">Its name, as shown.</param>
/// <param name="PathIndex">Its place on the path, from 0; -1 when it lies off the path.</param>
public sealed record Stage(int Index, string Id, LocalText Name, int PathIndex)
{
    /// <summary>Whether it lies on the way forward.</summary>
    public bool IsOnPath => PathIndex >= 0;
}
