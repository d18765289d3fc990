using Microsoft.Extensions.DependencyInjection;
using Parcours.Server.Lifecycles;

namespace Parcours.Server.Answers;

/// <summary>What answers keep while the server runs.</summary>
internal static class AnswerServices
{
    internal static void Add(IServiceCollection services) => services.AddSingleton<BaseAnswering>().AddSingleton<AdoptingThresholds>();
}
