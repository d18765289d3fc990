using System.Globalization;
using Parcours.Domain.Customers;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Customers;
using Parcours.Engine.Identity;
using Parcours.Engine.Reports;
using Parcours.Engine.Reports.Writing;
using Parcours.Web.Customers;
using Parcours.Web.Shell;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Server.Screens;

/// <summary>The cells of a list of customers: what a reader sees, and what a spreadsheet gets.</summary>
/// <param name="frame">The reader.</param>
/// <param name="histories">The base.</param>
/// <param name="analysis">The lifecycle of the stages; null when none covers them.</param>
/// <param name="at">The date.</param>
internal sealed class CustomerCells(Frame frame, HistoryBase histories, LifecycleAnalysis? analysis, Instant at)
{
    private static readonly Cell _none = new("–", string.Empty);
    private readonly ShownStages? _stages = analysis is null ? null : ShownStages.Of(analysis.Definition);

    /// <summary>The cells of a customer.</summary>
    /// <param name="subject">Its place.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="columns">Which cells.</param>
    internal IReadOnlyList<Cell> Of(int subject, IReadOnlyList<(IdentityKind Kind, string Key)> keys, IReadOnlyList<CustomerColumn> columns)
    {
        History history = histories[subject].Until(at);
        IReadOnlyList<CustomerAttribute> attributes = CustomerAttribute.Of(histories.Vocabulary, history);
        var orders = new Lazy<CustomerOrders>(() => CustomerOrders.Of(histories, subject, at));
        var stay = new Lazy<(StageSpan Span, StageSpan? Next)?>(() => StayOf(subject));
        return [.. columns.Select(column => column.Attribute is { } name
            ? Text(attributes.FirstOrDefault(attribute => attribute.Name == name)?.Value)
            : Of(column.Id, subject, history, attributes, keys, orders, stay))];
    }

    private Cell Of(
        string column, int subject, History history, IReadOnlyList<CustomerAttribute> attributes, IReadOnlyList<(IdentityKind Kind, string Key)> keys,
        Lazy<CustomerOrders> orders, Lazy<(StageSpan Span, StageSpan? Next)?> stay) => column switch
        {
            "name" => Text(CustomerName.Of(attributes) ?? histories.Subjects.KeyOf(subject)) with
            {
                Href = frame.To(Profile.AddressOf(histories.Subjects.TypeOf(subject) == SubjectType.Account, histories.Subjects.KeyOf(subject))),
            },
            "key" => Text(histories.Subjects.KeyOf(subject)),
            "email" => Text(Key(keys, IdentityKind.Email) ?? Attribute(attributes, "email")),
            "phone" => Text(Key(keys, IdentityKind.Phone) ?? Attribute(attributes, "phone")),
            "stage" => stay.Value is { } known && _stages!.Of(known.Span.Stage) is var stage
                ? new Cell(frame.Say(stage.Name)) { Stages = [_stages.Places[known.Span.Stage]] }
                : _none,
            "since" => Date(stay.Value?.Span.From),
            "next" => Date(stay.Value?.Next?.From),
            "orders" => Cell.Of(orders.Value.Count, frame.Language.Count),
            "spend" => Money(orders.Value.Spend),
            "basket" => orders.Value.Count == 0 ? _none : Money(orders.Value.Spend / (double)orders.Value.Count),
            "first_order" => Date(orders.Value.FirstAt),
            "last_order" => Date(orders.Value.LastAt),
            "rhythm" => Cell.Of(orders.Value.GapMedianDays, frame.Language.Days),
            "last_fact" => Date(history.IsEmpty ? null : history.Facts[^1].At),
            "consent" => Text(string.Join(", ", Engine.Customers.Consent.Of(histories.Vocabulary, history).Where(consent => consent.IsGiven).Select(consent => frame.Say(ChannelWords.Of(consent.Channel))).Distinct())),
            _ => _none,
        };

    private (StageSpan Span, StageSpan? Next)? StayOf(int subject)
    {
        if (analysis is null)
        {
            return null;
        }

        StageSpan[] spans = [.. analysis.SpansOf(subject, at)];
        int place = Timelines.At(spans, at);
        return place < 0 ? null : (spans[place], place + 1 < spans.Length ? spans[place + 1] : null);
    }

    private Cell Date(Instant? instant)
    {
        if (instant is not { } known || known == Instant.Never)
        {
            return _none;
        }

        DateOnly date = Calendar.DateOf(histories.Calendar.DayOf(known));
        return new Cell(frame.Language.Date(date), Frame.Iso(date));
    }

    private Cell Money(double minor) => new(
        frame.Language.Money(minor, histories.Currency),
        ((decimal)minor / Currencies.MinorUnits(histories.Currency)).ToString("F" + Currencies.DecimalsAt(histories.Currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static Cell Text(string? text) => string.IsNullOrEmpty(text) ? _none : new Cell(text);

    private static string? Key(IReadOnlyList<(IdentityKind Kind, string Key)> keys, IdentityKind kind) =>
        keys.FirstOrDefault(key => key.Kind == kind) is { Key: { } found } ? found : null;

    private static string? Attribute(IReadOnlyList<CustomerAttribute> attributes, string name) => attributes.FirstOrDefault(attribute => attribute.Name == name)?.Value;
}
