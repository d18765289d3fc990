using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Answers;
using Parcours.Engine.Churn;
using Parcours.Statistics.Uplift;

namespace Parcours.Engine.WinBack;

/// <summary>How machines read who may come, ranked by what they may bring.</summary>
public static class OpportunityJson
{
    /// <summary>Writes the members of the answer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="list">The list.</param>
    /// <param name="histories">The base.</param>
    /// <param name="top">How many are shown.</param>
    /// <param name="language">"en" or "fr".</param>
    /// <param name="message">Says in a sentence why the list is one of potential; null to give the code alone.</param>
    public static void Write(Utf8JsonWriter writer, OpportunityList list, HistoryBase histories, int top, string language, Func<WhyPotential, string>? message)
    {
        ChurnScores scores = list.Scores;
        writer.WriteString("definition", scores.Definition.Id);
        writer.WriteString("at", scores.At.ToString());
        writer.WriteNumber("horizonDays", (int)Math.Round(scores.Definition.Horizon.ApproximateDays));
        writer.WriteString("kind", KindOf(list));
        if (list.Why is { } why)
        {
            writer.WriteStartObject("why");
            writer.WriteString("code", CodeOf(why));
            if (message is not null)
            {
                writer.WriteString("message", message(why));
            }

            if (why is WhyPotential.NotClosed closed)
            {
                writer.WriteString("closesAt", closed.At.ToString());
            }

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

        BacktestJson.WriteSelection(writer, scores.Selection);
        writer.WriteObjects("list", list.Ranked.Take(top), opportunity =>
        {
            writer.WriteString("customer", histories.Subjects.KeyOf(opportunity.Subject));
            writer.WriteFigure("probability", opportunity.Probability);
            writer.WriteFigure("expectedBasket", opportunity.ExpectedBasket);
            writer.WriteFigure("expectedValue", opportunity.ExpectedValue);
            if (list.IsIncremental)
            {
                WriteDifference(writer, "incrementalProbability", opportunity.IncrementalProbability);
                WriteDifference(writer, "incrementalValue", opportunity.IncrementalValue);
            }

            writer.WriteTexts("reasons", scores.Reasons(opportunity.Subject).Select(reason => reason.In(language)));
        });
    }

    /// <summary>Which of the two lists it is.</summary>
    public static string KindOf(OpportunityList list) => list.IsIncremental ? "incremental" : "potential";

    private static string CodeOf(WhyPotential why) => why switch
    {
        WhyPotential.NoControlGroup => "no_control_group",
        WhyPotential.NotClosed => "not_closed",
        WhyPotential.NotScored => "not_scored",
        WhyPotential.TooFew => "too_few",
        WhyPotential.NoEffectShown => "no_effect_shown",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "A reason without a code."),
    };

    private static void WriteEffect(Utf8JsonWriter writer, CampaignEffect effect)
    {
        UpliftEstimate estimate = effect.Estimate;
        writer.WriteStartObject("effect");
        writer.WriteObjects("campaigns", effect.Campaigns, campaign =>
        {
            writer.WriteString("campaign", campaign.Campaign);
            writer.WriteString("from", campaign.From.ToString());
            writer.WriteString("to", campaign.To.ToString());
            writer.WriteNumber("treated", campaign.Treated);
            writer.WriteNumber("control", campaign.Control);
        });
        writer.WriteNumber("treated", estimate.Treated);
        writer.WriteNumber("control", estimate.Control);
        writer.WriteFigure("treatedRate", estimate.TreatedRate);
        writer.WriteFigure("controlRate", estimate.ControlRate);
        WriteDifference(writer, "uplift", estimate.Rate);
        writer.WriteBoolean("shown", estimate.Rate.IsShown);
        WriteDifference(writer, "spend", estimate.Spend);
        writer.WriteObjects("bands", estimate.Bands, band =>
        {
            writer.WriteFigure("from", band.From);
            writer.WriteFigure("to", band.To);
            writer.WriteNumber("treated", band.Treated);
            writer.WriteNumber("control", band.Control);
            writer.WriteFigure("observed", band.Observed);
            WriteDifference(writer, "uplift", band.Uplift);
        });
        writer.WriteEndObject();
    }

    private static void WriteDifference(Utf8JsonWriter writer, string name, Effect? effect)
    {
        writer.WriteFigure(name, effect?.Estimate);
        writer.WriteFigure(name + "Low", effect?.Interval.Low);
        writer.WriteFigure(name + "High", effect?.Interval.High);
    }
}
