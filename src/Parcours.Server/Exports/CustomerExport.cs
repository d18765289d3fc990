using System.Globalization;
using System.Text;
using System.Text.Json;
using Parcours.Domain.Customers;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Customers;
using Parcours.Engine.Indicators;
using Parcours.Server.Answers;

namespace Parcours.Server.Exports;

/// <summary>Every customer of a base as a line.</summary>
internal sealed class CustomerExport
{
    private const int MostAttributes = 100;

    private readonly HistoryBase _histories;
    private readonly LifecycleAnalysis _analysis;
    private readonly Instant _now;

    /// <summary>Prepares it: an unknown lifecycle is refused before the first byte.</summary>
    internal CustomerExport(AnswerSource known, string? lifecycle, TimeProvider time)
    {
        _histories = known.Histories;
        _analysis = known.Analyse(lifecycle ?? StageNames.Usual);
        _now = Instant.From(time.GetUtcNow());
    }

    /// <summary>Writes a CSV file, a customer a step.</summary>
    internal IEnumerable<bool> WriteCsv(TextWriter to)
    {
        string[] attributes = AttributeNames();
        to.WriteLine(string.Join(',', ["id", "stage", "stage_since", "orders", "revenue", "refunds", "spend", "currency", "first_order_at", "last_order_at", "gap_median_days", "first_fact_at", "last_fact_at", .. attributes.Select(name => CsvText.Field(name))]));
        foreach ((int subject, History history) in Customers())
        {
            var orders = CustomerOrders.Of(_histories, subject, _now);
            (string stage, string since) = StageOf(subject);
            var values = CustomerAttribute.Of(_histories.Vocabulary, history).ToDictionary(attribute => attribute.Name, attribute => attribute.Value, StringComparer.Ordinal);
            to.WriteLine(string.Join(',',
            [
                CsvText.Field(_histories.Subjects.KeyOf(subject)), stage, since, orders.Count.ToString(CultureInfo.InvariantCulture),
                Amount(orders.Gross), Amount(orders.Refunds), Amount(orders.Spend), Currencies.CodeOf(_histories.Currency),
                orders.FirstAt?.ToString() ?? string.Empty, orders.LastAt?.ToString() ?? string.Empty, orders.GapMedianDays?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
                history.Facts[0].At.ToString(), history.Facts[^1].At.ToString(), .. attributes.Select(name => CsvText.Field(values.GetValueOrDefault(name, string.Empty))),
            ]));
            yield return true;
        }
    }

    /// <summary>Writes a JSON object a line, a customer a step.</summary>
    internal IEnumerable<bool> WriteLines(TextWriter to)
    {
        foreach ((int subject, History history) in Customers())
        {
            to.WriteLine(Encoding.UTF8.GetString(JsonBytes.Of(json => Write(json, subject, history))));
            yield return true;
        }
    }

    private void Write(Utf8JsonWriter json, int subject, History history)
    {
        (string stage, string since) = StageOf(subject);
        json.WriteString("id", _histories.Subjects.KeyOf(subject));
        json.WriteString("stage", stage.Length == 0 ? null : stage);
        json.WriteString("stage_since", since.Length == 0 ? null : since);
        ProfileJson.Write(json, _histories, subject, CustomerOrders.Of(_histories, subject, _now), history);
    }

    private IEnumerable<(int Subject, History History)> Customers()
    {
        for (int subject = 0; subject < _histories.SubjectCount; subject++)
        {
            if (_histories.Subjects.TypeOf(subject) == SubjectType.Customer && _histories[subject].Until(_now) is { IsEmpty: false } history)
            {
                yield return (subject, history);
            }
        }
    }

    private (string Stage, string Since) StageOf(int subject)
    {
        ReadOnlySpan<StageSpan> spans = _analysis.Timelines.Of(subject);
        int place = Timelines.At(spans, _now);
        return place < 0 ? (string.Empty, string.Empty) : (_analysis.Definition.Stages[spans[place].Stage].Id, spans[place].From.ToString());
    }

    private string Amount(long minor) => new Money(minor, _histories.Currency).ToString();

    private string[] AttributeNames()
    {
        var terms = new HashSet<int>();
        for (int subject = 0; subject < _histories.SubjectCount; subject++)
        {
            foreach (ref readonly Fact fact in _histories[subject].Facts)
            {
                if (fact.Kind == FactKind.AttributeChanged)
                {
                    terms.Add(fact.Item);
                }
            }
        }

        return [.. terms.Select(_histories.Vocabulary.TextOf).Order(StringComparer.Ordinal).Take(MostAttributes)];
    }
}
