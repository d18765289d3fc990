using Microsoft.AspNetCore.Http;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Customers;
using Parcours.Server.Customers;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Web.Customers;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>The profile of one customer or account, and the pages that come before a merge and an erasure.</summary>
internal static class ProfileScreens
{
    internal static void Map(RouteTable routes)
    {
        foreach (string path in (string[])["/customers/{id}", "/accounts/{id}"])
        {
            routes.Get(path, Callers.Operators(Role.Viewer), ShowAsync).ForPages();
            routes.Get(path + "/merge", Callers.Operators(Role.Marketer), MergeAsync).ForPages();
        }

        routes.Get("/customers/{id}/erase", Callers.Operators(Role.Owner), EraseAsync).ForPages();
    }

    /// <summary>The key in a part of a path, where routing leaves a slash encoded.</summary>
    internal static string KeyIn(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is said when nobody has a key.</summary>
    internal static Problem Unknown(string id) => new(StatusCodes.Status404NotFound, "unknown_customer", new(
        $"Nobody is known by \"{KeyIn(id)}\". Who was erased or merged has another key, or none.", $"Personne n’est connu par « {KeyIn(id)} ». Qui a été effacé ou réuni a une autre clé, ou aucune."));

    /// <summary>A profile with what is wrong with one of its forms.</summary>
    internal static IResult Faulty(HttpContext context, Frame frame, Profile profile, ProfileFault fault) =>
        Screen.Show<ProfilePage>(context, new { Frame = frame, Profile = profile, Fault = fault }, StatusCodes.Status422UnprocessableEntity);

    /// <summary>The page before an erasure; with what was typed when it was not the key.</summary>
    internal static IResult ErasePage(HttpContext context, Frame frame, Profile profile, BackupShelf shelf, Instant now, string? typed) => Screen.Show<ErasePage>(
        context, new { Frame = frame, Profile = profile, Backups = shelf.List(now), Typed = typed }, typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, ProfileReading reading, string id, string? kind, int? after)
    {
        Frame frame = frames.Of(context);
        if (await reading.OfAsync(frame, KeyIn(id), kind, after ?? 0) is not { } profile)
        {
            return Unknown(id);
        }

        // An account's page is that of accounts, by whichever address it was asked for.
        return profile.Path.StartsWith("/accounts/", StringComparison.Ordinal) == frame.Path.StartsWith("/accounts/", StringComparison.Ordinal)
            ? Screen.Show<ProfilePage>(context, new { Frame = frame, Profile = profile })
            : Screen.Go(profile.Path + frame.Query);
    }

    private static async Task<IResult> MergeAsync(HttpContext context, FrameReading frames, ProfileReading reading, string id, string? with)
    {
        Frame frame = frames.Of(context);
        if (await reading.OfAsync(frame, KeyIn(id)) is not { } one)
        {
            return Unknown(id);
        }

        string wanted = with?.Trim() ?? string.Empty;
        Profile? other = wanted.Length == 0 ? null : await reading.OfAsync(frame, wanted);
        LocalText? wrong = other is null ? MergeRefusal.Unknown(wanted).Sentence
            : other.Who.Place == one.Who.Place ? MergeRefusal.Same(one.Key, wanted).Sentence
            : other.IsAccount != one.IsAccount ? MergeRefusal.AccountAndPerson(one.Key, wanted).Sentence
            : null;
        return wrong is { } sentence
            ? Faulty(context, frame, one, new ProfileFault("merge", "with", sentence, new Dictionary<string, string> { ["with"] = wanted }))
            : Screen.Show<MergePage>(context, new { Frame = frame, One = one, Other = other });
    }

    private static async Task<IResult> EraseAsync(HttpContext context, FrameReading frames, ProfileReading reading, BackupShelf shelf, TimeProvider time, string id)
    {
        Frame frame = frames.Of(context);
        return await reading.OfAsync(frame, KeyIn(id)) is { IsAccount: false } profile ? ErasePage(context, frame, profile, shelf, Instant.From(time.GetUtcNow()), null) : Unknown(id);
    }
}
