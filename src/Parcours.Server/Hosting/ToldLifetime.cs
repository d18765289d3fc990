using Microsoft.Extensions.Hosting;

namespace Parcours.Server.Hosting;

/// <summary>The server stops when whoever started it says so; it hears no signal of its own.</summary>
internal sealed class ToldLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
