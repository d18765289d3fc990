using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Engine.WinBack;
using Parcours.Statistics.Uplift;

namespace Parcours.Cli.WinBack;

/// <summary>What <c>parcours winback</c> and <c>prospects</c> answer as a CSV file of the whole list.</summary>
internal static class OpportunityAnswer
{
    public static void WriteCsv(string file, OpportunityList list, HistoryBase histories, Language language) => CsvOut.Write(file, writer =>
    {
        writer.WriteLine("customer,probability,expected_basket,expected_value,incremental_probability,incremental_value,incremental_value_low,incremental_value_high,kind,reasons");
        foreach (Opportunity opportunity in list.Ranked)
        {
            Effect? added = opportunity.IncrementalValue;
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{CsvText.Field(histories.Subjects.KeyOf(opportunity.Subject))},{opportunity.Probability:0.######},{opportunity.ExpectedBasket:0.##},{opportunity.ExpectedValue:0.##},{opportunity.IncrementalProbability?.Estimate:0.######},{added?.Estimate:0.##},{added?.Interval.Low:0.##},{added?.Interval.High:0.##},{OpportunityJson.KindOf(list)},{CsvText.Field(string.Join("; ", list.Scores.Reasons(opportunity.Subject).Select(reason => reason.In(language.Code))))}"));
        }
    });
}
