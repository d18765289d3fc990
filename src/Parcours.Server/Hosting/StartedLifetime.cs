using Microsoft.Extensions.Hosting;

namespace Parcours.Server.Hosting;

/// <summary>For work beside the requests that would hold up a start.</summary>
internal static class StartedLifetime
{
    /// <summary>Ends when the server listens.</summary>
    /// <param name="lifetime">The server's.</param>
    /// <param name="stop">Stops the wait.</param>
    internal static async Task ListensAsync(this IHostApplicationLifetime lifetime, CancellationToken stop)
    {
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (lifetime.ApplicationStarted.Register(listens.SetResult))
        {
            await listens.Task.WaitAsync(stop);
        }
    }
}
