using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Facts;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Backups;
using Parcours.Engine.Customers;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Server.Access;
using Parcours.Server.Consent;
using Parcours.Server.Customers;
using Parcours.Server.Routes;
using Parcours.Web.Customers;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>What the forms of a profile do: notes, permissions, merges and erasure. Each leads back to the profile, or says what is wrong beside the field.</summary>
internal static class ProfileForms
{
    private const int LongestNote = 4000;

    internal static void Map(RouteTable routes)
    {
        var marketers = Callers.Operators(Role.Marketer);
        foreach (string path in (string[])["/customers/{id}", "/accounts/{id}"])
        {
            routes.Post(path + "/notes", marketers, NoteAsync).ForPages();
            routes.Post(path + "/merge", marketers, MergeAsync).ForPages();
            routes.Post(path + "/unmerge", marketers, UnmergeAsync).ForPages();
        }

        routes.Post("/customers/{id}/consent", marketers, ConsentAsync).ForPages();
        routes.Post("/customers/{id}/erase", Callers.Operators(Role.Owner), EraseAsync).ForPages().EvenOnFullDisk();
    }

    private static Task<IResult> NoteAsync(HttpContext context, FrameReading frames, ProfileReading reading, LiveWorkspace live, AuditLog audit, TimeProvider time, string id) =>
        TakeAsync(context, frames, reading, id, async (frame, profile, form) =>
        {
            string text = Text(form, "text");
            if (text.Length is 0 or > LongestNote)
            {
                return Faulty(context, frame, profile, form, "note", "text", new(
                    $"Write the note: 1 to {LongestNote} characters.", $"Écrivez la note : de 1 à {LongestNote} caractères."));
            }

            var now = Instant.From(time.GetUtcNow());
            (IdentityKind kind, string key) = await live.Ask(graph => graph.NameOf(profile.Who.Place));
            var note = new IncomingFact { Kind = "note", Payload = JsonSerializer.Serialize(new { text, by = context.Caller().Actor }, JsonSerializerOptions.Web) };
            await live.Take(new Delivery(0, Trust.Company, [new Received(new IncomingEvent($"note:{Guid.NewGuid():N}", now, now, [new IncomingIdentity(kind, key)], [note]), null)]));
            audit.Write(context.Caller(), "note.written", FormattableString.Invariant($"identity:{profile.Who.Place}"));
            return Screen.Go(profile.Path + "#happened");
        });

    private static Task<IResult> ConsentAsync(HttpContext context, FrameReading frames, ProfileReading reading, LiveWorkspace live, IAccessStore access, TimeProvider time, string id) =>
        TakeAsync(context, frames, reading, id, async (frame, profile, form) =>
        {
            var proof = new ConsentRoutes.ConsentProof(Text(form, "text"), Text(form, "how"), Text(form, "source"));
            bool isChannel = Enum.TryParse(Text(form, "channel"), out Channel channel) && Enum.IsDefined(channel);
            var asked = new ConsentRoutes.ConsentAsked(channel, Text(form, "purpose"), Text(form, "given") != "false", proof);
            if (!isChannel || !asked.IsWhole)
            {
                string field = proof.Text.Length == 0 ? "text" : proof.How.Length == 0 ? "how" : "source";
                return Faulty(context, frame, profile, form, "consent", field, ConsentRoutes.BadProof.Detail);
            }

            await ConsentRoutes.NoteAsync(live, access, context.Caller(), profile.Who.Place, asked, Instant.From(time.GetUtcNow()));
            return Screen.Go(profile.Path);
        });

    private static Task<IResult> MergeAsync(HttpContext context, FrameReading frames, ProfileReading reading, LiveWorkspace live, AuditLog audit, TimeProvider time, string id) =>
        TakeAsync(context, frames, reading, id, async (frame, profile, form) =>
        {
            try
            {
                CustomerMerge merge = await Merging.MergeAsync(live, profile.Key, Text(form, "with"), Instant.From(time.GetUtcNow()));
                audit.Write(context.Caller(), "customer.merged", FormattableString.Invariant($"merge:{merge.Id}"));
                return Screen.Go((await reading.OfAsync(frame, profile.Key))?.Path ?? profile.Path);
            }
            catch (AnswerException refused)
            {
                return Faulty(context, frame, profile, form, "merge", "with", refused.Refusal.Sentence);
            }
        });

    private static Task<IResult> UnmergeAsync(HttpContext context, FrameReading frames, ProfileReading reading, LiveWorkspace live, AuditLog audit, TimeProvider time, string id) =>
        TakeAsync(context, frames, reading, id, async (frame, profile, form) =>
        {
            try
            {
                _ = long.TryParse(Text(form, "merge"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long number);
                CustomerMerge merge = await Merging.UnmergeAsync(live, number, Instant.From(time.GetUtcNow()), Text(form, "forGood") == "true");
                audit.Write(context.Caller(), "customer.unmerged", FormattableString.Invariant($"merge:{merge.Id}"));
                return Screen.Go((await reading.OfAsync(frame, merge.One.Key))?.Path ?? "/customers");
            }
            catch (AnswerException refused)
            {
                return Faulty(context, frame, profile, form, "undo", "merge", refused.Refusal.Sentence);
            }
        });

    private static Task<IResult> EraseAsync(
        HttpContext context, FrameReading frames, ProfileReading reading, LiveWorkspace live, BackupShelf shelf, IAccessStore access, TimeProvider time, string id) =>
        TakeAsync(context, frames, reading, id, async (frame, profile, form) =>
        {
            var now = Instant.From(time.GetUtcNow());
            if (Text(form, "confirmation") != profile.Key)
            {
                return ProfileScreens.ErasePage(context, frame, profile, shelf, now, Text(form, "confirmation"));
            }

            ErasureOutcome outcome = await live.Erase([profile.Who.Place], now);
            access.Write(new Audited(now, context.Caller(), "person.erased"), FormattableString.Invariant($"identity:{profile.Who.Place}"));
            return Screen.Show<ErasedPage>(context, new { Frame = frame with { Path = "/customers", Query = string.Empty }, Outcome = shelf.Told(outcome, now) });
        });

    private static async Task<IResult> TakeAsync(
        HttpContext context, FrameReading frames, ProfileReading reading, string id, Func<Frame, Profile, IFormCollection, Task<IResult>> take)
    {
        IFormCollection form = await PostedForm.OfAsync(context);
        Frame frame = frames.Of(context);
        return await reading.OfAsync(frame, ProfileScreens.KeyIn(id)) is { } profile && (!profile.IsAccount || frame.Path.StartsWith("/accounts/", StringComparison.Ordinal))
            ? await take(frame, profile, form)
            : ProfileScreens.Unknown(id);
    }

    private static IResult Faulty(HttpContext context, Frame frame, Profile profile, IFormCollection form, string name, string field, LocalText sentence) =>
        ProfileScreens.Faulty(context, frame, profile, new ProfileFault(name, field, sentence, form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal)));

    private static string Text(IFormCollection form, string field) => form[field].ToString().Trim();
}
