using System.Diagnostics.Metrics;
using System.Reflection;

namespace Parcours.Server.Operations;

/// <summary>What the server says of itself, in the meter <c>Parcours</c>; capabilities make instruments of their own there.</summary>
internal sealed class ServerMeter
{
    public ServerMeter(IMeterFactory meters, DiskFloor disk, Readiness readiness, TimeProvider time)
    {
        Meter meter = meters.Create("Parcours");
        long began = time.GetTimestamp();
        string version = typeof(ServerMeter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        meter.CreateObservableGauge("parcours.info", () => new Measurement<int>(1, KeyValuePair.Create<string, object?>("version", version)), null, "Which version runs.");
        meter.CreateObservableGauge("parcours.ready", () => readiness.Obstacles().Count == 0 ? 1 : 0, null, "1 when the server can do its work.");
        meter.CreateObservableGauge("parcours.disk.free", () => disk.FreeBytes, "By", "What is free on the disk of the workspace.");
        meter.CreateObservableCounter("parcours.uptime", () => time.GetElapsedTime(began).TotalSeconds, "s", "Since the server started.");
    }
}
