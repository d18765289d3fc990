using Parcours.Domain.Conversion;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Building;

/// <summary>Conversion along the path, beside the same estimates a year earlier.</summary>
internal static class ConversionPart
{
    public static Model.PathConversion? Build(ReportMoment moment, StageOrder order)
    {
        var options = new ConversionOptions();
        Domain.Conversion.PathConversion now = Estimate(moment, moment.At, options);
        if (now.Steps.IsEmpty)
        {
            return null;
        }

        Domain.Conversion.PathConversion before = Estimate(moment, moment.Before, options with { Replicates = 0 });
        int[] path = [.. moment.Analysis.Definition.Path];
        int? weakest = now.Weakest is { } step ? now.Steps.IndexOf(step) : null;
        return new(
            [.. now.Steps.Select((each, at) => new Model.ConversionStep(order.PlaceOf(each.Stage), order.PlaceOf(path[at + 1]), each.Stays,
                [.. each.Rates.Select((rate, horizon) => new ConversionAt(rate.HorizonDays, rate.Converted, rate.Low ?? rate.Converted ?? 0, rate.High ?? rate.Converted ?? 0,
                    before.Steps[at].Rates[horizon].Converted))]))],
            weakest,
            ConversionOptions.ComparedHorizon);
    }

    private static Domain.Conversion.PathConversion Estimate(ReportMoment moment, Instant at, ConversionOptions options) =>
        Domain.Conversion.PathConversion.Of(moment.Timelines, moment.Histories.Subjects, moment.Calendar, at, options);
}
