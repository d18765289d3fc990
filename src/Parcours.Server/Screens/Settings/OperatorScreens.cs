using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Server.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Web.Forms;
using Parcours.Web.Settings;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens.Settings;

/// <summary>Settings: who may sign in, and what they may do.</summary>
internal static class OperatorScreens
{
    private const string Address = "/settings/operators";
    private static readonly Callers _owners = Callers.Operators(Role.Owner);

    internal static void Map(RouteTable routes)
    {
        routes.Get(Address, _owners, (HttpContext context, FrameReading frames, Operators operators) => ListPage(context, frames, operators, TypedForm.Empty.With("role", "viewer"))).ForPages();
        routes.Post(Address, _owners, AddAsync).ForPages();
        routes.Get(Address + "/{id:int}", _owners, (HttpContext context, FrameReading frames, Operators operators, int id) => OnePage(context, frames, operators, id, null)).ForPages();
        routes.Post(Address + "/{id:int}", _owners, ChangeAsync).ForPages();
    }

    private static IResult ListPage(HttpContext context, FrameReading frames, Operators operators, TypedForm form, int status = StatusCodes.Status200OK)
    {
        Frame frame = frames.Of(context);
        return Screen.Show<OperatorsPage>(context, new { Frame = frame, Clock = frames.ClockOf(frame), Operators = operators.List(), Form = form }, status);
    }

    private static IResult OnePage(HttpContext context, FrameReading frames, Operators operators, int id, TypedForm? form, int status = StatusCodes.Status200OK)
    {
        Operator person = operators.List().FirstOrDefault(person => person.Id == id) ?? throw new AccessException(new AccessRefusal.OperatorUnknown(id));
        Frame frame = frames.Of(context);
        return Screen.Show<OperatorPage>(
            context,
            new
            {
                Frame = frame,
                Clock = frames.ClockOf(frame),
                Person = person,
                Form = form ?? TypedForm.Empty.With("name", person.Name).With("role", person.Role.ToString().ToLowerInvariant()),
                HasChanged = form is null && context.Request.Query["saved"].Count > 0,
            },
            status);
    }

    private static async Task<IResult> AddAsync(HttpContext context, FrameReading frames, Operators operators)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        Frame frame = frames.Of(context);
        if (RoleIn(form) is not { } role)
        {
            return ListPage(context, frames, operators, form.Wrong("role", NoRole(frame)), StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            Operator added = operators.Add(new OperatorRequest(form["email"], form["name"], role, form["password"]), context.Caller());
            return Screen.Go($"{Address}/{added.Id}?saved=1");
        }
        catch (AccessException refused)
        {
            return ListPage(context, frames, operators, AccessFaults.Beside(form, refused.Refusal, frame.Language), Refused.By(refused.Refusal).Status);
        }
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, FrameReading frames, Operators operators, int id)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        Frame frame = frames.Of(context);
        OperatorChange? change = form["do"] switch
        {
            "remove" => new OperatorChange(Disabled: true),
            "restore" => new OperatorChange(Disabled: false),
            _ => RoleIn(form) is { } role ? new OperatorChange(form["name"], role, form["password"] is { Length: > 0 } password ? password : null) : null,
        };
        if (change is null)
        {
            return OnePage(context, frames, operators, id, form.Wrong("role", NoRole(frame)), StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            operators.Change(id, change, context.Caller());
            return Screen.Go($"{Address}/{id}?saved=1");
        }
        catch (AccessException refused) when (refused.Refusal is not AccessRefusal.OperatorUnknown)
        {
            TypedForm kept = change.Role is null ? TypedForm.Empty.With("name", NameOf(operators, id)).With("role", "owner") : form;
            return OnePage(context, frames, operators, id, AccessFaults.Beside(kept, refused.Refusal, frame.Language), Refused.By(refused.Refusal).Status);
        }
    }

    private static string NameOf(Operators operators, int id) => operators.List().First(person => person.Id == id).Name;

    private static Role? RoleIn(TypedForm form) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => role.ToString()!.Equals(form["role"], StringComparison.OrdinalIgnoreCase));

    private static string NoRole(Frame frame) => frame.Say("Choose one of the roles.", "Choisissez un des rôles.");
}
