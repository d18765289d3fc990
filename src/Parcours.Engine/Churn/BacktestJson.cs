using System.Text.Json;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Churn;

/// <summary>How machines read how good a churn score would have been on the company's own past.</summary>
public static class BacktestJson
{
    /// <summary>Writes the members of the answer.</summary>
    public static void Write(Utf8JsonWriter writer, ChurnBacktest backtest)
    {
        writer.WriteString("definition", backtest.Definition.Id);
        writer.WriteNumber("horizonDays", backtest.HorizonDays);
        writer.WriteString("trainAt", backtest.TrainAt.ToString());
        writer.WriteString("testAt", backtest.TestAt.ToString());
        WriteWindow(writer, "train", backtest.TrainRows, backtest.TrainRate);
        WriteWindow(writer, "test", backtest.TestRows, backtest.TestRate);
        writer.WriteStartArray("learners");
        foreach (ChurnTrial trial in backtest.Trials)
        {
            WriteTrial(writer, trial, curves: true);
        }

        writer.WriteEndArray();
        WriteSelection(writer, backtest.Selection);
    }

    /// <summary>How the learner was chosen: <c>chosen</c>, <c>refused</c> and the trials it was chosen on.</summary>
    public static void WriteSelection(Utf8JsonWriter writer, ChurnSelection selection)
    {
        writer.WriteString("chosen", selection.Chosen);
        writer.WriteString("refused", selection.BestRefused is { } best ? $"{best} is no better than recency" : null);
        writer.WriteStartObject("selection");
        writer.WriteNumber("horizonDays", selection.HorizonDays);
        writer.WriteStartArray("trials");
        foreach (ChurnTrial trial in selection.Trials)
        {
            WriteTrial(writer, trial, curves: false);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static double? LiftTop10(ChurnTrial trial) => trial.Lift is { Deciles: [var top, ..] } ? top.Lift : null;

    private static void WriteWindow(Utf8JsonWriter writer, string name, int rows, double rate)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("customers", rows);
        writer.WriteFigure("rate", rate);
        writer.WriteEndObject();
    }

    private static void WriteTrial(Utf8JsonWriter writer, ChurnTrial trial, bool curves)
    {
        writer.WriteStartObject();
        writer.WriteString("name", trial.Learner);
        if (!curves)
        {
            writer.WriteString("trainAt", trial.LearntAt.ToString());
            writer.WriteString("testAt", trial.TestedAt.ToString());
        }

        writer.WriteFigure("auc", trial.Measures?.Area?.Value);
        writer.WriteFigure("aucStandardError", trial.Measures?.Area?.StandardError);
        writer.WriteFigure("logLoss", trial.Measures?.LogLoss);
        writer.WriteFigure("brier", trial.Measures?.Brier);
        writer.WriteFigure("calibrationError", trial.Measures?.CalibrationError);
        writer.WriteFigure("liftTop10", LiftTop10(trial));
        writer.WriteFigure("foretold", trial.Foretold);
        writer.WriteFigure("happened", trial.Happened);
        writer.WriteString("problem", trial.Refusal?.ToString());
        if (curves)
        {
            writer.WriteObjects("calibration", trial.Calibration?.Bins ?? [], bin =>
            {
                writer.WriteFigure("said", bin.MeanProbability);
                writer.WriteFigure("left", bin.ObservedShare);
                writer.WriteNumber("customers", bin.Rows);
            });
            writer.WriteObjects("gain", trial.Lift?.Deciles ?? [], decile =>
            {
                writer.WriteNumber("decile", decile.Number);
                writer.WriteFigure("lift", decile.Lift);
                writer.WriteFigure("gain", decile.Gain);
            });
        }

        writer.WriteEndObject();
    }
}
