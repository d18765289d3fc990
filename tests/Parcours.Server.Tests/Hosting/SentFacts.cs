using Microsoft.Extensions.DependencyInjection;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;

namespace Parcours.Server.Hosting;

/// <summary>Short ways to put facts into a started server.</summary>
internal static class SentFacts
{
    private static readonly byte _euro = Currencies.TryFind("EUR", out byte euro) ? euro : (byte)0;

    /// <summary>An order of a customer, some days before the server's present.</summary>
    internal static Task<IntakeCounts> OrderAsync(this StartedServer server, string customer, string order, long cents, int daysAgo) =>
        server.SayAsync(order, [new(IdentityKind.Customer, customer)], daysAgo, new IncomingFact { Kind = "order", Value = cents, Currency = _euro, Link = order, Rule = IncomingRule.OrderTotal });

    /// <summary>Attributes of whoever has some keys.</summary>
    internal static Task<IntakeCounts> AttributesAsync(this StartedServer server, string messageId, IncomingIdentity[] keys, params (string Name, string Value)[] attributes) =>
        server.SayAsync(messageId, keys, 1, [.. attributes.Select(attribute => new IncomingFact { Kind = "attribute_changed", Item = attribute.Name, ValueText = attribute.Value })]);

    /// <summary>Says something of whoever has some keys.</summary>
    internal static Task<IntakeCounts> SayAsync(this StartedServer server, string messageId, IncomingIdentity[] keys, int daysAgo, params IncomingFact[] facts)
    {
        Instant at = Instant.From(server.Time.GetUtcNow().AddDays(-daysAgo));
        var said = new IncomingEvent(messageId, Instant.From(server.Time.GetUtcNow()), at, [.. keys], [.. facts]);
        return server.TakeAsync(new Received(said, null));
    }

    /// <summary>Puts a message aside.</summary>
    internal static Task<IntakeCounts> AsideAsync(this StartedServer server, string raw) =>
        server.TakeAsync(new Received(null, new Quarantined(Instant.From(server.Time.GetUtcNow()), "missing_identity", "The message names nobody.", raw)));

    private static Task<IntakeCounts> TakeAsync(this StartedServer server, Received message) =>
        server.Server.Services.GetRequiredService<LiveWorkspace>().Take(new Delivery(1, Trust.Company, [message]));
}
