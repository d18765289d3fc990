using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Parcours.Server.Operations;

/// <summary>What operations keep while the server runs.</summary>
internal static class OperationsServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<Readiness>();
        services.AddSingleton<DiskFloor>();
        services.AddSingleton<MetricsBook>();
        services.AddSingleton<ServerMeter>();
        services.AddSingleton<Traces>();
        services.AddLogging(logging => logging
            .AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            })
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None) // a start that fails is told to whoever starts it
            .SetMinimumLevel(LogLevel.Information));
        services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    /// <summary>Starts what listens from the first request on.</summary>
    internal static void Start(IServiceProvider services)
    {
        _ = services.GetRequiredService<MetricsBook>();
        _ = services.GetRequiredService<ServerMeter>();
        _ = services.GetRequiredService<Traces>();
    }
}
