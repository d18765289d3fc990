using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Expressions;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Definitions;
using Parcours.Engine.Erasure;
using Parcours.Engine.Live;
using Parcours.Engine.Retention;
using Parcours.Server.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Routes;
using Parcours.Web.Forms;
using Parcours.Web.Settings;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens.Settings;

/// <summary>Settings: how long people are kept, whose time is over, and forgetting them once their number is typed.</summary>
internal sealed class RetentionScreens(FrameReading frames, LiveWorkspace live, ServerOptions options, IAccessStore access, BackupShelf shelf, TimeProvider time)
{
    private const string Address = "/settings/retention";

    internal static void Map(RouteTable routes)
    {
        Callers owners = Callers.Operators(Role.Owner);
        routes.Get(Address, owners, (HttpContext context, RetentionScreens screens) => screens.Show(context, TypedForm.Empty)).ForPages();
        routes.Post(Address, owners, (HttpContext context, RetentionScreens screens) => screens.ForgetAsync(context)).ForPages().EvenOnFullDisk();
    }

    private IResult Show(HttpContext context, TypedForm form)
    {
        (RetentionRule? rule, ImmutableArray<ExpressionError> errors) = RetentionRule.InFolder(options.Workspace, live.Histories);
        return Screen.Show<RetentionPage>(
            context,
            new
            {
                Frame = frames.Of(context),
                Rule = (rule ?? RetentionRule.Default).Expired.Text,
                Faults = (IReadOnlyList<string>)[.. errors.Select(error => ExpressionWords.Line(error, frames.Of(context).Language.Code))],
                Expired = rule?.ExpiredAt(live.Histories, Now()).Count ?? 0,
                Form = form,
                Erased = int.TryParse(context.Request.Query["done"], CultureInfo.InvariantCulture, out int erased) ? erased : (int?)null,
            },
            form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IResult> ForgetAsync(HttpContext context)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        (RetentionRule? rule, _) = RetentionRule.InFolder(options.Workspace, live.Histories);
        IReadOnlyList<int> expired = rule?.ExpiredAt(live.Histories, Now()) ?? [];
        if (form["count"].Trim() != expired.Count.ToString(CultureInfo.InvariantCulture) || expired.Count == 0)
        {
            Frame frame = frames.Of(context);
            return Show(context, form.Wrong("count", frame.Say("This is not how many there are now: look at the number again.", "Ce n’est pas le nombre actuel : regardez-le à nouveau.")));
        }

        ErasureOutcome outcome = await live.Erase(expired, Now());
        foreach (int place in expired)
        {
            access.Write(new Audited(Now(), context.Caller(), "person.expired"), FormattableString.Invariant($"identity:{place}"));
        }

        shelf.DeleteOverdue(Now(), context.Caller());
        return Screen.Go(Frame.With(Address, ("done", outcome.People.ToString(CultureInfo.InvariantCulture))));
    }

    private Instant Now() => Instant.From(time.GetUtcNow());
}
