using Parcours.Domain.Lifecycles;
using Parcours.Engine.Management;
using Parcours.Engine.Reports.Model;
using Parcours.Web.Shell;

namespace Parcours.Web.Management;

/// <summary>The words of the management page and of its letter.</summary>
public static class ManagementWords
{
    /// <summary>The name of a figure.</summary>
    public static LocalText NameOf(ManagementFigureKind kind) => kind switch
    {
        ManagementFigureKind.Revenue => new("Net revenue", "Chiffre d’affaires net"),
        ManagementFigureKind.Orders => new("Orders", "Commandes"),
        ManagementFigureKind.Basket => new("Average basket", "Panier moyen"),
        ManagementFigureKind.ActiveBase => new("Customers with an order in 12 months", "Clients avec une commande en 12 mois"),
        ManagementFigureKind.NewCustomers => new("New customers", "Nouveaux clients"),
        ManagementFigureKind.Reactivated => new("Came back", "Clients réactivés"),
        ManagementFigureKind.Lost => new("Lost", "Clients perdus"),
        ManagementFigureKind.RepeatRate => new("Buyers who had ordered before", "Acheteurs ayant déjà commandé"),
    };

    /// <summary>The month in a sentence.</summary>
    public static string Answer(Frame frame, ManagementMonth month)
    {
        ManagementFigure revenue = month.Figures[0];
        string amount = frame.Language.Figure(revenue.Now, revenue.Unit, frame.Currency);
        string when = frame.Language.Month(month.First);
        string? change = new Twin(revenue.Now, revenue.Aligned ?? revenue.YearEarlier).Change is null ? null : Change(frame, revenue.Now, revenue.Aligned ?? revenue.YearEarlier);
        return change is null
            ? frame.Say($"{amount} in {when}", $"{amount} en {when}")
            : frame.Say($"{amount} in {when}, {change} on a year earlier with sales aligned", $"{amount} en {when}, {change} sur un an, soldes alignés");
    }

    /// <summary>The days counted.</summary>
    public static string Period(Frame frame, ManagementMonth month) => frame.Say(
        $"From {frame.Language.Date(month.First)} to {frame.Language.Date(month.Last)}{(month.IsWhole ? "" : ", the month so far")}.",
        $"Du {frame.Language.Date(month.First)} au {frame.Language.Date(month.Last)}{(month.IsWhole ? "" : ", le mois à ce jour")}.");

    /// <summary>How a figure moved: in points for a share, else as a share of what it was; a dash without a figure to compare with.</summary>
    public static string Change(Frame frame, ManagementFigure figure, double? before)
    {
        if (figure.Unit != FigureUnit.Share)
        {
            return Change(frame, figure.Now, before);
        }

        if (figure.Now is not { } now || before is not { } then)
        {
            return "–";
        }

        double points = Math.Round((now - then) * 100, 1);
        return (points > 0 ? "+" : points < 0 ? "\u2212" : string.Empty) + frame.Language.Number(Math.Abs(points), points % 1 == 0 ? 0 : 1) + "\u00a0" + frame.Say("pts", "pts");
    }

    /// <summary>A signed relative change; a dash without one.</summary>
    public static string Change(Frame frame, double? now, double? before) => frame.Language.Change(new Twin(now, before)) ?? "–";
}
