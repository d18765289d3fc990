using System.Text.Json;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import.Facts;

/// <summary>Reads NDJSON: one fact a line. A stray line costs itself alone.</summary>
internal static class FactLines
{
    /// <summary>Reads the file; gives the currency of its first amount.</summary>
    public static byte ReadAll(ImportPlan plan, LineContext context)
    {
        Feed feed = context.Feed;
        var reading = new FactReading(context);
        using var lines = new JsonLines(plan.Request.Path, plan.Survey.Encoding);
        while (lines.Read())
        {
            feed.LinesRead++;
            feed.BytesRead = lines.Position;
            string detail = string.Empty;
            Rejection rejection = lines.Fault switch
            {
                RowFault.TooLong => Rejection.LineTooLong,
                RowFault.NulByte => Rejection.NulByte,
                RowFault.InvalidText => Rejection.InvalidText,
                _ => Read(reading, lines.Text, out detail),
            };
            if (rejection != Rejection.None)
            {
                string reason = RejectionReasons.Of(rejection).In(plan.Request.Language);
                feed.Reject(lines.Line, rejection, detail.Length == 0 ? reason : $"{reason}: {detail}", rejection == Rejection.Erased ? string.Empty : lines.Raw());
            }
        }

        return reading.FirstCurrency;
    }

    private static Rejection Read(FactReading reading, string text, out string detail)
    {
        detail = string.Empty;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? reading.Read(document.RootElement, out detail) : Rejection.Json;
        }
        catch (JsonException)
        {
            return Rejection.Json;
        }
    }
}
