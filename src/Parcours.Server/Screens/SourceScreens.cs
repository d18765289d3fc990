using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Live;
using Parcours.Engine.Sources;
using Parcours.Engine.Sources.Inbox;
using Parcours.Server.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Server.Sources;
using Parcours.Server.Sources.Pulling;
using Parcours.Web.Forms;
using Parcours.Web.Shell;
using Parcours.Web.Sources;

namespace Parcours.Server.Screens;

/// <summary>Who sends, and how to connect another: keys, shops, tools.</summary>
internal sealed class SourceScreens(
    FrameReading frames, AccessKeys keys, SourceBook book, PullBell bell, PullOptions pulling, ILiveRecords records, AuditLog audit, ServerOptions options, TimeProvider time)
{
    private const string Address = "/data/sources";

    internal static void Map(RouteTable routes)
    {
        Callers readers = Callers.Operators(Role.Analyst);
        Callers owners = Callers.Operators(Role.Owner);
        routes.Get(Address, readers, (HttpContext context, SourceScreens screens) => screens.Show(context, TypedForm.Empty)).ForPages();
        routes.Post(Address + "/keys", owners, (HttpContext context, SourceScreens screens) => screens.MakeKeyAsync(context)).ForPages().ShowsSecret();
        routes.Get(Address + "/add", owners, (HttpContext context, SourceScreens screens, string? kind) => screens.Ask(context, kind ?? string.Empty, TypedForm.Empty)).ForPages();
        routes.Post(Address + "/add", owners, (HttpContext context, SourceScreens screens) => screens.AddAsync(context)).ForPages();
        routes.Post(Address + "/{name}/remove", owners, (HttpContext context, SourceScreens screens, string name) => screens.Remove(context, name)).ForPages();
        routes.Post(Address + "/{name}/ask", Callers.Operators(Role.Marketer), (SourceScreens screens, string name) => screens.Pull(name)).ForPages();
    }

    private IResult Show(HttpContext context, TypedForm form, NewKey? made = null)
    {
        Frame frame = frames.Of(context);
        string server = ServerAddress(context);
        IReadOnlyList<SenderRow> rows = Rows(frame, server);
        string added = context.Request.Query["added"].ToString();
        return Screen.Show<SourcesPage>(
            context,
            new
            {
                Frame = frame,
                Clock = frames.ClockOf(frame),
                Senders = rows,
                Form = form,
                Made = made?.Text,
                Snippets = made is null ? [] : Snippet.All(server, made.Text),
                Added = rows.FirstOrDefault(row => row.KeyId < 0 && row.Name == added),
                HasInbox = File.Exists(Path.Combine(options.Workspace, InboxRules.FileName)),
            },
            form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private IReadOnlyList<SenderRow> Rows(Frame frame, string server)
    {
        Dictionary<int, AccountRow> accounts = records.AccountOfKeys().ToDictionary(row => row.KeyId);
        Instant now = Instant.From(time.GetUtcNow());
        SenderRow Row(int id, string name, string kind) => accounts.TryGetValue(id, out AccountRow? account)
            ? new SenderRow(id, name, kind, account.Counts, account.Hour.Micros > 0 ? account.Hour : null)
            : new SenderRow(id, name, kind, default, null);
        return
        [
            .. from key in keys.List()
               where key.Kind == KeyKind.Write && (key.IsValidAt(now) || accounts.ContainsKey(key.Id))
               select Row(key.Id, key.Name.Length > 0 ? key.Name : frame.Say($"key {key.Id}", $"clé {key.Id}"), "write") with { IsOver = !key.IsValidAt(now) },
            .. from source in book.All()
               let state = source.IsAsked ? PullState.Read(book.StateOf(source.Name)) : null
               select Row(source.KeyId, source.Name, SourceKinds.NameOf(source.Kind)) with
               {
                   Hook = source.HookPath is { } path ? server + path : null,
                   Address = source.Address?.ToString(),
                   Asked = state?.AskedAt is { } asked ? Instant.From(asked) : null,
                   Fault = state?.Fault,
               },
        ];
    }

    private async Task<IResult> MakeKeyAsync(HttpContext context)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        try
        {
            return Show(context, TypedForm.Empty, keys.Create(new KeyRequest(KeyKind.Write, form["name"], [], Instant.Never), context.Caller()));
        }
        catch (AccessException refused)
        {
            return Show(context, form.Wrong("name", refused.Refusal.Sentence.In(frames.Of(context).Language.Code)));
        }
    }

    private IResult Ask(HttpContext context, string kind, TypedForm form)
    {
        if (!SourceKinds.TryParse(kind, out SourceKind known))
        {
            return Problem.NotFound;
        }

        return Screen.Show<NewSourcePage>(
            context,
            new { Frame = frames.Of(context), Kind = kind, Sends = SourceKinds.Sends(known), IsAsked = SourceKinds.IsAsked(known), Form = form },
            form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IResult> AddAsync(HttpContext context)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        Frame frame = frames.Of(context);
        DateOnly since = default;
        if (form["since"].Length > 0 && !DateOnly.TryParseExact(form["since"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out since))
        {
            return Ask(context, form["kind"], form.Wrong("since", frame.Say("That is no date: write 2026-03-01.", "Ce n’est pas une date : écrivez 2026-03-01.")));
        }

        try
        {
            KeptSource source = book.Add(
                new SourceRequest(form["kind"], form["name"].Trim())
                {
                    Secrets = form["secret"].Length > 0 ? [form["secret"]] : [],
                    Address = Filled(form["address"].Trim()),
                    Token = Filled(form["token"].Trim()),
                    Since = form["since"].Length > 0 ? since : null,
                    OwnsCustomerNumbers = form["owns"] == "true",
                    Mapping = Filled(form["mapping"]),
                },
                pulling.AllowLoopback);
            audit.Write(context.Caller(), "source.added", string.Create(CultureInfo.InvariantCulture, $"source:{source.Number}"));
            bell.Ring();
            return Screen.Go(Frame.With(Address, ("added", source.Name)));
        }
        catch (SourceException refused)
        {
            return Ask(context, form["kind"], form.Wrong(FieldOf(refused.Refusal), frame.Say(refused.Refusal.English, refused.Refusal.French)));
        }
    }

    private IResult Remove(HttpContext context, string name)
    {
        if (book.All().FirstOrDefault(source => source.Name == name) is not { } source)
        {
            return Problem.NotFound;
        }

        book.Remove(name);
        audit.Write(context.Caller(), "source.removed", string.Create(CultureInfo.InvariantCulture, $"source:{source.Number}"));
        return Screen.Go(Address);
    }

    private IResult Pull(string name)
    {
        if (book.All().FirstOrDefault(source => source.Name == name) is not { IsAsked: true })
        {
            return Problem.NotFound;
        }

        bell.Ring(name);
        return Screen.Go(Address);
    }

    // Beside which field a refusal stands; that of the whole form under the empty name.
    private static string FieldOf(SourceRefusal refusal) => refusal switch
    {
        SourceRefusal.NameInvalid or SourceRefusal.NameTaken => "name",
        SourceRefusal.AddressInvalid => "address",
        SourceRefusal.MappingMissing or SourceRefusal.MappingInvalid => "mapping",
        _ => string.Empty,
    };

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private string ServerAddress(HttpContext context) => (options.PublicAddress?.ToString() ?? $"{context.Request.Scheme}://{context.Request.Host}").TrimEnd('/');
}
