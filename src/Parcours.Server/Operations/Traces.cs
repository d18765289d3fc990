using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Parcours.Server.Hosting;

namespace Parcours.Server.Operations;

/// <summary>Sends traces by OTLP, when an endpoint was named; what else OTEL_EXPORTER_OTLP_* says is heard too.</summary>
internal sealed class Traces : IDisposable
{
    private readonly TracerProvider? _provider;

    public Traces(ServerOptions options) => _provider = options.TracesTo is null
        ? null
        : Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService("parcours"))
            .AddSource("Microsoft.AspNetCore", "Parcours")
            .AddProcessor(new AddressRemoval())
            .AddOtlpExporter()
            .Build();

    public void Dispose() => _provider?.Dispose();
}
