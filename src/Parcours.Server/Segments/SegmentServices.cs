using Microsoft.Extensions.DependencyInjection;

namespace Parcours.Server.Segments;

/// <summary>What segments keep while the server runs.</summary>
internal static class SegmentServices
{
    internal static void Add(IServiceCollection services) => services.AddSingleton<SegmentDesk>();
}
