using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Churn;
using Parcours.Cli.Frame;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Churn;
using Parcours.Engine.WinBack;
using Parcours.Statistics.Uplift;

namespace Parcours.Cli.WinBack;

/// <summary>What <c>parcours winback</c> and <c>prospects</c> answer to machines: JSON, and a CSV file of the whole list.</summary>
internal static class OpportunityAnswer
{
    public static void Write(Utf8JsonWriter writer, OpportunityList list, HistoryBase histories, int top, Language language)
    {
        ChurnScores scores = list.Scores;
        writer.WriteString("definition", scores.Definition.Id);
        writer.WriteString("at", scores.At.ToString());
        writer.WriteNumber("horizonDays", (int)Math.Round(scores.Definition.Horizon.ApproximateDays));
        writer.WriteString("kind", KindOf(list));
        if (list.Why is { } why)
        {
            writer.WriteStartObject("why");
            writer.WriteString("code", EffectWords.CodeOf(why));
            writer.WriteString("message", new EffectWords(language, histories).Of(why));
            if (why is WhyPotential.TooFew few)
            {
                writer.WriteNumber("treated", few.Treated);
                writer.WriteNumber("control", few.Control);
                writer.WriteNumber("treatedNeeded", few.TreatedNeeded);
                writer.WriteNumber("controlNeeded", few.ControlNeeded);
            }

            writer.WriteEndObject();
        }

        writer.WriteString("currency", Currencies.CodeOf(histories.Currency));
        writer.WriteNumber("customers", list.Ranked.Length);
        writer.WriteFigure("expectedToCome", scores.Probabilities.Sum());
        writer.WriteFigure("expectedValue", list.Ranked.Sum(opportunity => opportunity.ExpectedValue));
        writer.WriteFigure("ordersEach", list.OrdersEach);
        writer.WriteString("baskets", list.IsSpendFitted ? "gg" : "mean");
        if (list.Effect is { } effect)
        {
            WriteEffect(writer, effect);
        }

        BacktestAnswer.WriteSelection(writer, scores.Selection);
        writer.WriteStartArray("list");
        foreach (Opportunity opportunity in list.Ranked.Take(top))
        {
            writer.WriteStartObject();
            writer.WriteString("customer", histories.Subjects.KeyOf(opportunity.Subject));
            writer.WriteFigure("probability", opportunity.Probability);
            writer.WriteFigure("expectedBasket", opportunity.ExpectedBasket);
            writer.WriteFigure("expectedValue", opportunity.ExpectedValue);
            if (list.IsIncremental)
            {
                WriteDifference(writer, "incrementalProbability", opportunity.IncrementalProbability);
                WriteDifference(writer, "incrementalValue", opportunity.IncrementalValue);
            }

            writer.WriteStartArray("reasons");
            foreach (ChurnReason reason in scores.Reasons(opportunity.Subject))
            {
                writer.WriteStringValue(reason.In(language.Code));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteCsv(string file, OpportunityList list, HistoryBase histories, Language language) => CsvOut.Write(file, writer =>
    {
        writer.WriteLine("customer,probability,expected_basket,expected_value,incremental_probability,incremental_value,incremental_value_low,incremental_value_high,kind,reasons");
        foreach (Opportunity opportunity in list.Ranked)
        {
            Effect? added = opportunity.IncrementalValue;
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{CsvText.Field(histories.Subjects.KeyOf(opportunity.Subject))},{opportunity.Probability:0.######},{opportunity.ExpectedBasket:0.##},{opportunity.ExpectedValue:0.##},{opportunity.IncrementalProbability?.Estimate:0.######},{added?.Estimate:0.##},{added?.Interval.Low:0.##},{added?.Interval.High:0.##},{KindOf(list)},{CsvText.Field(string.Join("; ", list.Scores.Reasons(opportunity.Subject).Select(reason => reason.In(language.Code))))}"));
        }
    });

    private static string KindOf(OpportunityList list) => list.IsIncremental ? "incremental" : "potential";

    private static void WriteEffect(Utf8JsonWriter writer, CampaignEffect effect)
    {
        UpliftEstimate estimate = effect.Estimate;
        writer.WriteStartObject("effect");
        writer.WriteStartArray("campaigns");
        foreach (CampaignTrial campaign in effect.Campaigns)
        {
            writer.WriteStartObject();
            writer.WriteString("campaign", campaign.Campaign);
            writer.WriteString("from", campaign.From.ToString());
            writer.WriteString("to", campaign.To.ToString());
            writer.WriteNumber("treated", campaign.Treated);
            writer.WriteNumber("control", campaign.Control);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("treated", estimate.Treated);
        writer.WriteNumber("control", estimate.Control);
        writer.WriteFigure("treatedRate", estimate.TreatedRate);
        writer.WriteFigure("controlRate", estimate.ControlRate);
        WriteDifference(writer, "uplift", estimate.Rate);
        writer.WriteBoolean("shown", estimate.Rate.IsShown);
        WriteDifference(writer, "spend", estimate.Spend);
        writer.WriteStartArray("bands");
        foreach (UpliftBand band in estimate.Bands)
        {
            writer.WriteStartObject();
            writer.WriteFigure("from", band.From);
            writer.WriteFigure("to", band.To);
            writer.WriteNumber("treated", band.Treated);
            writer.WriteNumber("control", band.Control);
            writer.WriteFigure("observed", band.Observed);
            WriteDifference(writer, "uplift", band.Uplift);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteDifference(Utf8JsonWriter writer, string name, Effect? effect)
    {
        writer.WriteFigure(name, effect?.Estimate);
        writer.WriteFigure(name + "Low", effect?.Interval.Low);
        writer.WriteFigure(name + "High", effect?.Interval.High);
    }
}
