using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Consent;
using Parcours.Engine.Customers;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Suppressions;
using Parcours.Server.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Consent;

/// <summary>What a person allowed, and everything that is held about them.</summary>
internal static class ConsentRoutes
{
    private const int LongestPurpose = 200;
    private const int LongestText = 10_000;

    private static readonly Callers _callers = Callers.Operators(Role.Marketer, Scope.PrivacyWrite);

    private static readonly Problem _unknown = new(StatusCodes.Status404NotFound, "unknown_customer", new("There is no such customer.", "Il n'y a pas de tel client."));

    internal static Problem BadProof { get; } = new(StatusCodes.Status422UnprocessableEntity, "proof_invalid", new(
        $"Give a purpose of {LongestPurpose} characters at most, and a proof: text (what the person read), how (as form, telephone, paper) and source (as newsletter page), each 1 to {LongestText} characters.",
        $"Donnez une finalité d'au plus {LongestPurpose} caractères et une preuve : text (ce que la personne a lu), how (formulaire, téléphone, papier) et source (page de la lettre), de 1 à {LongestText} caractères chacun."));

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/customers/{id}/consent", _callers, ShowAsync).Describe("Privacy", "What a person allowed and forbade, by channel and purpose, with the proofs.");
        routes.Put("/api/customers/{id}/consent", _callers, SayAsync).Describe("Privacy", "Notes that a person allowed or forbade something, with its proof: a fact, never changed.");
        routes.Get("/api/customers/{id}/everything", Callers.Operators(Role.Owner, Scope.PrivacyWrite), EverythingAsync)
            .Describe("Privacy", "Everything that is held about a person, to be handed to them.");
    }

    private static async Task<Results<Ok<ConsentAnswer>, Problem>> ShowAsync(string id, LiveWorkspace live, ISuppressionStore store) =>
        await PlaceOfAsync(live, id) is >= 0 and var place ? TypedResults.Ok(ConsentAnswer.Of(Said(live.Histories, place, store))) : _unknown;

    private static async Task<Results<Ok<ConsentAnswer>, Problem>> SayAsync(
        string id, ConsentAsked asked, LiveWorkspace live, ISuppressionStore store, IAccessStore access, TimeProvider time, HttpContext context)
    {
        if (!asked.IsWhole)
        {
            return BadProof;
        }

        int place = await PlaceOfAsync(live, id);
        if (place < 0)
        {
            return _unknown;
        }

        await NoteAsync(live, access, context.Caller(), place, asked, Instant.From(time.GetUtcNow()));
        return TypedResults.Ok(ConsentAnswer.Of(Said(live.Histories, place, store)));
    }

    /// <summary>Notes what somebody said, as a fact of theirs.</summary>
    internal static async Task NoteAsync(LiveWorkspace live, IAccessStore access, Caller caller, int place, ConsentAsked asked, Instant now)
    {
        (IdentityKind kind, string key) = await live.Ask(graph => graph.NameOf(place));
        var fact = new IncomingFact
        {
            Kind = asked.Given ? "opt_in" : "opt_out",
            Channel = asked.Channel,
            Item = asked.Purpose.Length == 0 ? null : asked.Purpose,
            Payload = JsonSerializer.Serialize(asked.Proof with { By = caller.Actor }, JsonSerializerOptions.Web),
        };
        var said = new IncomingEvent($"consent:{Guid.NewGuid():N}", now, asked.At ?? now, [new IncomingIdentity(kind, key)], [fact]);
        await live.Take(new Delivery(0, Trust.Company, [new Received(said, null)]));
        access.Write(new Audited(now, caller, asked.Given ? "consent.given" : "consent.withdrawn"), FormattableString.Invariant($"identity:{place}"));
    }

    private static async Task<Results<ContentHttpResult, Problem>> EverythingAsync(
        string id, LiveWorkspace live, ISuppressionStore store, IAccessStore access, TimeProvider time, HttpContext context)
    {
        int place = await PlaceOfAsync(live, id);
        if (place < 0)
        {
            return _unknown;
        }

        var now = Instant.From(time.GetUtcNow());
        (IdentityKind Kind, string Key)[] keys = await live.Ask(graph => graph.MembersOf(place).Select(member => graph[member]).ToArray());
        int[] members = await live.Ask(graph => graph.MembersOf(place).ToArray());
        HistoryBase histories = live.Histories;
        History history = histories[place];
        FactLine[] facts = FactLines.Of(histories, history, 0, history.Count, store.DetailsOf(history.FactIds));
        var everything = new PersonExport(keys, facts, Said(histories, place, store), store.TransitionsOf(members.ToHashSet()), keys
            .Where(key => key.Kind is IdentityKind.Email or IdentityKind.Phone).Select(key => store.Find(store.Hash.Of(key.Kind, key.Key))).OfType<Suppression>().ToList());
        access.Write(new Audited(now, context.Caller(), "person.exported"), FormattableString.Invariant($"identity:{place}"));
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Content(everything.ToJson(ReaderLanguage.Of(context.Request), now), "application/json; charset=utf-8");
    }

    private static IReadOnlyList<Permission> Said(HistoryBase histories, int place, ISuppressionStore store) => Permissions.Of(histories, place, ids => store.DetailsOf(ids));

    private static Task<int> PlaceOfAsync(LiveWorkspace live, string key) => live.Ask(graph => graph.FindAny(key) is >= 0 and var found ? graph.PlaceOf(found) : -1);

    /// <summary>What a person said, as somebody noted it.</summary>
    /// <param name="Channel">Which channel; none for all of them.</param>
    /// <param name="Purpose">What for, as newsletter; empty for everything.</param>
    /// <param name="Given">Whether it was given; false when it was withdrawn.</param>
    /// <param name="Proof">What shows it.</param>
    /// <param name="At">When they said it; now when left out.</param>
    internal sealed record ConsentAsked(Channel Channel, string Purpose, bool Given, ConsentProof Proof, Instant? At = null)
    {
        internal bool IsWhole => Purpose.Length <= LongestPurpose && Proof.IsWhole;
    }

    /// <summary>What shows that somebody said something.</summary>
    /// <param name="Text">What the person read or heard.</param>
    /// <param name="How">How they said it: form, telephone, paper.</param>
    /// <param name="Source">Where: a page, a shop, a call.</param>
    /// <param name="By">Who noted it: set by the server.</param>
    internal sealed record ConsentProof(string Text, string How, string Source, string? By = null)
    {
        internal bool IsWhole => new[] { Text, How, Source }.All(part => part.Trim().Length is > 0 and <= LongestText);
    }
}
