using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import.Running;

/// <summary>Reads all the lines of a table: each goes to the reader of its kind, or aside with its reason.</summary>
internal static class TableLines
{
    private const int LongestShown = 40;

    /// <summary>Reads the table; gives the currency of its first amount.</summary>
    public static byte ReadAll(ImportPlan plan, LineContext context)
    {
        Feed feed = context.Feed;
        LineReading reading = plan.Format!.Reading(context);
        using RowReader row = plan.Opener.Open(out IReadOnlyList<string> headers);
        while (row.Read())
        {
            feed.LinesRead++;
            feed.BytesRead = row.Position;
            Rejection rejection = row.Fault switch
            {
                RowFault.TooLong => Rejection.LineTooLong,
                RowFault.NulByte => Rejection.NulByte,
                RowFault.InvalidText => Rejection.InvalidText,
                RowFault.UnclosedQuote => Rejection.UnclosedQuote,
                _ => HasTheFields(row, headers.Count) ? Rejection.None : Rejection.FieldCount,
            };
            bool whole = rejection == Rejection.None;
            rejection = whole ? reading.Read(row) : rejection;
            if (rejection != Rejection.None)
            {
                feed.Reject(row.Line, rejection, Reason(rejection, whole ? reading.Fault : null, row, plan), rejection == Rejection.Erased ? string.Empty : row.Raw());
            }
        }

        reading.Finish();
        return reading.FirstCurrency;
    }

    /// <summary>As many fields as the header; more only when they are empty.</summary>
    private static bool HasTheFields(RowReader row, int expected)
    {
        if (row.Count < expected)
        {
            return false;
        }

        for (int i = expected; i < row.Count; i++)
        {
            if (!row[i].Trim().IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private static string Reason(Rejection rejection, Column? fault, RowReader row, ImportPlan plan)
    {
        string reason = RejectionReasons.Of(rejection).In(plan.Request.Language);
        if (fault is not { } column || !plan.Map.Has(column))
        {
            return reason;
        }

        ReadOnlySpan<char> value = row[plan.Map[column]].Trim();
        string shown = value.Length > LongestShown ? string.Concat(value[..LongestShown], "…") : value.ToString();
        return $"{reason}: {plan.Map.HeaderOf(column)} = \"{shown}\"";
    }
}
