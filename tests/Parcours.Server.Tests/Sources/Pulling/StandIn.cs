using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Parcours.Server.Sources.Pulling;

/// <summary>A shop on this machine that answers as the real one does, and can be told to fail.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<string> _calls = [];
    private readonly Queue<Func<HttpContext, Task>> _faults = new();

    private StandIn(WebApplication app) => _app = app;

    /// <summary>Where it is.</summary>
    internal Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What it was asked, in order, as path and query, unescaped.</summary>
    internal IReadOnlyList<string> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="answer">Answers a call.</param>
    internal static async Task<StandIn> StartAsync(Func<HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        WebApplication app = builder.Build();
        var shop = new StandIn(app);
        app.Run(async context =>
        {
            Func<HttpContext, Task>? fault;
            lock (shop._gate)
            {
                shop._calls.Add(Uri.UnescapeDataString(context.Request.Path + context.Request.QueryString));
                shop._faults.TryDequeue(out fault);
            }

            await (fault ?? answer)(context);
        });
        await app.StartAsync();
        shop.Address = new Uri(app.Urls.Single());
        return shop;
    }

    /// <summary>Its next answers, in order, before it answers well again.</summary>
    internal void Fail(params Func<HttpContext, Task>[] faults)
    {
        lock (_gate)
        {
            foreach (Func<HttpContext, Task> fault in faults)
            {
                _faults.Enqueue(fault);
            }
        }
    }

    /// <summary>A fault: asked too often.</summary>
    internal static Task TooOften(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "2.0";
        return context.Response.WriteAsync("""{"errors":"Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service."}""");
    }

    /// <summary>A fault: the connection is cut in the middle of an answer.</summary>
    internal static async Task Cut(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("{\"orders\": [");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>A fault: broken.</summary>
    internal static Task Broken(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status502BadGateway;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
