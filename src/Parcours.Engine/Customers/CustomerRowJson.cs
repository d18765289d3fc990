using System.Text.Json;
using Parcours.Domain.Customers;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Customers;

/// <summary>How machines read a customer in a list.</summary>
public static class CustomerRowJson
{
    private static readonly string[] _shown = ["name", "first_name", "last_name", "email", "phone", "city", "country"];

    /// <summary>Writes it as an object.</summary>
    public static void Write(Utf8JsonWriter json, HistoryBase histories, int subject, Instant now)
    {
        History history = histories[subject].Until(now);
        var orders = CustomerOrders.Of(histories, subject, now);
        json.WriteStartObject();
        json.WriteString("id", histories.Subjects.KeyOf(subject));
        json.WriteString("type", histories.Subjects.TypeOf(subject) == SubjectType.Account ? "account" : "customer");
        foreach (CustomerAttribute attribute in CustomerAttribute.Of(histories.Vocabulary, history).Where(attribute => _shown.Contains(attribute.Name)))
        {
            json.WriteString(attribute.Name, attribute.Value);
        }

        json.WriteNumber("orders", orders.Count);
        json.WriteAmount("spend", orders.Spend, histories.Currency);
        json.WriteString("last_order_at", orders.LastAt?.ToString());
        json.WriteString("last_fact_at", history.IsEmpty ? null : history.Facts[^1].At.ToString());
        json.WriteEndObject();
    }
}
