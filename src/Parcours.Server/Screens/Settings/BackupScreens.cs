using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Server.Access;
using Parcours.Server.Routes;
using Parcours.Web.Forms;
using Parcours.Web.Settings;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens.Settings;

/// <summary>Settings: the backups known, and one made now.</summary>
internal sealed class BackupScreens(FrameReading frames, BackupShelf shelf, BackupMaker maker, TimeProvider time)
{
    private const string Address = "/settings/backups";

    internal static void Map(RouteTable routes)
    {
        Callers owners = Callers.Operators(Role.Owner);
        routes.Get(Address, owners, (HttpContext context, BackupScreens screens) => screens.Show(context, TypedForm.Empty.With("days", BackupShelf.UsualDays.ToString(CultureInfo.InvariantCulture)))).ForPages();
        routes.Post(Address, owners, (HttpContext context, BackupScreens screens) => screens.MakeAsync(context)).ForPages();
    }

    private IResult Show(HttpContext context, TypedForm form)
    {
        Frame frame = frames.Of(context);
        return Screen.Show<BackupsPage>(
            context,
            new
            {
                Frame = frame,
                Clock = frames.ClockOf(frame),
                Backups = (IReadOnlyList<ShelvedBackup>)[.. shelf.List(Instant.From(time.GetUtcNow())).OrderByDescending(shelved => shelved.Backup.Made)],
                Making = maker.Now(),
                maker.Folder,
                Form = form,
            },
            form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IResult> MakeAsync(HttpContext context)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        Frame frame = frames.Of(context);
        if (!int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out int days) || days is < 1 or > BackupShelf.MostDays)
        {
            return Show(context, form.Wrong("days", frame.Say($"Write a number of days, 1 to {BackupShelf.MostDays}.", $"Écrivez un nombre de jours, de 1 à {BackupShelf.MostDays}.")));
        }

        return maker.Begin(days, context.Caller())
            ? Screen.Go(Address)
            : Show(context, form.Wrong(string.Empty, frame.Say("A backup is being made: wait until it is done.", "Une sauvegarde est en cours : attendez qu’elle soit faite.")));
    }
}
