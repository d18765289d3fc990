using Parcours.Domain.Conversion;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Building;

/// <summary>Conversion along the path, beside the same estimates a year earlier.</summary>
internal static class ConversionPart
{
    private const int MonthsShown = 24;

    public static Model.PathConversion? Build(ReportMoment moment, StageOrder order)
    {
        var options = new ConversionOptions { YearEarlier = true, ByMonth = true };
        var now = Domain.Conversion.PathConversion.Of(moment.Timelines, moment.Histories.Subjects, moment.Calendar, moment.At, options);
        if (now.Steps.IsEmpty)
        {
            return null;
        }

        int[] path = [.. moment.Analysis.Definition.Path];
        int? weakest = now.Weakest is { } step ? now.Steps.IndexOf(step) : null;
        return new(
            [.. now.Steps.Select((each, at) => new Model.ConversionStep(order.PlaceOf(each.Stage), order.PlaceOf(path[at + 1]), each.Stays,
                [.. each.Rates.Select(rate => new ConversionAt(rate.HorizonDays, rate.Converted, rate.Low ?? rate.Converted ?? 0, rate.High ?? rate.Converted ?? 0,
                    now.YearEarlierOf(each, rate.HorizonDays)))]))],
            weakest,
            ConversionOptions.ComparedHorizon)
        {
            Months = Months(moment, now),
        };
    }

    /// <summary>The latest years of entry months, as many as have a rate to show.</summary>
    private static IReadOnlyList<ConversionEntryMonth> Months(ReportMoment moment, Domain.Conversion.PathConversion now)
    {
        int last = moment.Calendar.UnitOf(moment.At, CalendarUnit.Month);
        return [.. now.Months.Where(month => month.Month > last - MonthsShown).Select(month => new ConversionEntryMonth(
            Calendar.DateOf(Calendar.FirstDayOf(month.Month, CalendarUnit.Month)),
            [.. month.Steps.Select(step => step.At(ConversionOptions.ComparedHorizon)).Select((rate, at) =>
                new ConversionEntry(month.Steps[at].Stays, rate.Followed == month.Steps[at].Stays ? rate.Converted : null, rate.Low, rate.High))]))];
    }
}
