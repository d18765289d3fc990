using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Answers;
using Parcours.Engine.Churn;

namespace Parcours.Engine.Predictions;

/// <summary>How machines read what is foretold of a base.</summary>
public static class ForecastJson
{
    /// <summary>Writes the members of the answer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="forecasts">What is foretold.</param>
    /// <param name="definition">What leaving is.</param>
    /// <param name="currency">The base's currency.</param>
    /// <param name="noChurn">Why there are no churn scores, for people; null when there are.</param>
    /// <param name="language">"en" or "fr".</param>
    public static void Write(Utf8JsonWriter writer, CustomerForecasts forecasts, ChurnDefinition definition, byte currency, string? noChurn, string language)
    {
        writer.WriteString("at", forecasts.At.ToString());
        writer.WriteNumber("horizonDays", (int)Math.Round(forecasts.HorizonDays));
        writer.WriteNumber("customers", forecasts.Customers.Length);
        writer.WriteString("model", forecasts.Purchases.Model);
        writer.WriteFigure("expectedOrders", forecasts.Customers.Sum(forecast => forecast.ExpectedOrders));
        writer.WriteFigure("expectedValue", forecasts.Customers.Sum(forecast => forecast.ExpectedValue));
        writer.WriteFigure("clv365", forecasts.Customers.Sum(forecast => forecast.Clv365));
        writer.WriteString("currency", Currencies.CodeOf(currency));
        writer.WriteString("churnDefinition", definition.Id);
        writer.WriteString("churnModel", forecasts.Churn?.Selection.Chosen);
        writer.WriteString("churnModelDate", forecasts.Churn?.LearntAt.ToString());
        writer.WriteFigure("churnModelVersion", forecasts.Churn?.Version);
        writer.WriteString("noChurn", noChurn);
        writer.WriteObjects("warnings", Warnings(forecasts), warning =>
        {
            writer.WriteString("code", warning.Code);
            writer.WriteString("message", warning.Sentence.In(language));
        });
    }

    /// <summary>What to know of the models, each once.</summary>
    public static IEnumerable<ModelWarning> Warnings(CustomerForecasts forecasts) => forecasts.Purchases.Warnings.Concat(forecasts.Spend.Warnings).DistinctBy(warning => warning.Code);
}
