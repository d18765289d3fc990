using Parcours.Cli.Frame;
using Parcours.Cli.Predictions;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Engine.Cohorts;
using Parcours.Engine.Predictions;
using Parcours.Engine.Value;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Cohorts;

/// <summary><c>parcours cohorts --matter</c>: which cohorts will stay, leave, and cost most.</summary>
internal static class MatterRun
{
    // The chance of leaving of whoever bought once is not 0 in this one.
    private const string Model = "pnbd";

    /// <summary>Runs it.</summary>
    /// <param name="run">The verb's run.</param>
    /// <param name="at">The date the forecast starts from; null for the end of the data.</param>
    /// <param name="period">The period of the first order.</param>
    /// <param name="horizonDays">The horizon in days.</param>
    public static int Answer(VerbRun run, Moment? at, CalendarUnit period, double horizonDays)
    {
        MatterAnswer answer;
        using (var line = new StepLine(run))
        using (var workspace = Workspace.Open(run.WorkspaceFolder, _ => run.OpenToRead()))
        {
            HistoryBase all = workspace.Load(line.Within(0, 0.2));
            FitWindow window = FitWindow.Of(run, all, at);
            HistoryBase histories = OrderHolders.Of(all);
            var history = PurchaseHistory.Of(histories, window.Cut);
            line.At(0.3, history.Count);
            FittedModel purchases = FittedModels.Of(run.WorkspaceFolder, new ModelRequest(Model), histories, history);
            FittedModel spend = FittedModels.Of(run.WorkspaceFolder, new ModelRequest(PredictionModels.Spend), histories, history);
            line.At(0.5, history.Count);
            FirstPurchase[] began = FirstPurchases.Compute(histories, window.Cut, CustomerSources.AttributeIn(histories));
            string[] sources = CustomerSources.Of(workspace.Store, histories, began);
            answer = new MatterAnswer(histories, window.Cut, MatteringCohorts.Compute(
                histories, history, purchases, spend, began, sources, period, horizonDays, line.Within(0.6, 1, history.Count)));
        }

        if (run.Json)
        {
            run.WriteJson(writer => MatteringJson.Write(writer, answer.Histories, answer.At, answer.Cohorts));
        }
        else
        {
            answer.Show(run);
        }

        return ExitCode.Done;
    }
}
