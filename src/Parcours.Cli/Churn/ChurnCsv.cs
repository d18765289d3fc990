using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Engine.Churn;

namespace Parcours.Cli.Churn;

/// <summary>Every churn score, in a CSV file.</summary>
internal static class ChurnCsv
{
    private const int Reasons = 3;

    /// <summary>Writes the file: customer, churn, past_low, past_high, model, model_date, reasons, model_version.</summary>
    /// <exception cref="RefusedException">The file cannot be written.</exception>
    public static void Write(string file, ChurnScores scores, HistoryBase histories, Language language) => CsvOut.Write(file, writer =>
    {
        writer.WriteLine("customer,churn,past_low,past_high,model,model_date,reasons,model_version");
        for (int row = 0; row < scores.Subjects.Length; row++)
        {
            int subject = scores.Subjects[row];
            var past = scores.PastShare(scores.Probabilities[row]);
            writer.WriteLine(string.Join(',',
                CsvText.Field(histories.Subjects.KeyOf(subject)),
                Number(scores.Probabilities[row]),
                Number(past?.Low),
                Number(past?.High),
                scores.Selection.Chosen,
                scores.LearntAt.ToString()[..10],
                CsvText.Field(string.Join("; ", scores.Reasons(subject, Reasons).Select(reason => reason.In(language.Code)))),
                scores.Version.ToString(CultureInfo.InvariantCulture)));
        }
    });

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? string.Empty;
}
