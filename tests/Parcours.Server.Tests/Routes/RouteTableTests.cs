using Microsoft.AspNetCore.Builder;
using Parcours.Engine.Access;

namespace Parcours.Server.Routes;

public sealed class RouteTableTests
{
    [Fact]
    public void Endpoint_that_does_not_say_who_may_call_stops_the_start()
    {
        WebApplication app = App();
        app.MapGet("/leak", () => "everything");

        var fault = Assert.Throws<InvalidOperationException>(() => new RouteTable(app).Checked());

        Assert.Equal("The endpoint /leak does not say who may call it.", fault.Message);
    }

    [Fact]
    public void Endpoints_are_listed_with_their_callers()
    {
        var routes = new RouteTable(App());
        routes.Post("/b", Callers.WriteKeys, () => "b");
        routes.Get("/a", Callers.Anyone, () => "a");

        Assert.Equal([new Route("GET", "/a", Callers.Anyone), new Route("POST", "/b", Callers.WriteKeys)], routes.Checked());
    }

    private static WebApplication App()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        return builder.Build();
    }
}
