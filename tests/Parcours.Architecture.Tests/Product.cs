using System.Reflection;

namespace Parcours.Architecture;

/// <summary>The assemblies we ship.</summary>
internal static class Product
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. new[] { "Parcours.Domain", "Parcours.Statistics", "Parcours.Engine", "Parcours.Storage.Sqlite", "Parcours.Web", "Parcours.Server", "parcours" }.Select(Assembly.Load)];
}
