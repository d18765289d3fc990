using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import.Spend;

/// <summary>
/// Reads advertising spend. It happened to no customer, so it makes no fact: each line is kept in the workspace's record of spend as
/// day, source, campaign, amount in minor units and currency.
/// </summary>
internal sealed class SpendReading(LineContext context) : LineReading(context)
{
    private readonly DateColumn _dates = new(context, context.Map[Column.Date], -1);

    /// <inheritdoc/>
    public override Rejection Read(RowReader row)
    {
        Fault = null;
        Rejection rejection = _dates.Read(row, out Instant at, out _);
        if (rejection != Rejection.None)
        {
            return Refuse(rejection, Column.Date);
        }

        if (!TryAmount(row, Column.Amount, out Money amount))
        {
            return Refuse(Rejection.Amount, Column.Amount);
        }

        ReadOnlySpan<char> code = Text(row, Column.Currency);
        if (!code.IsEmpty)
        {
            if (!Values.CurrencySigns.TryFind(code, out byte currency) || !Values.NumberReader.TryRead(Text(row, Column.Amount), Context.CommaDecimal, out Values.Number number, out _)
                || !number.TryMinor(currency, out long minor))
            {
                return Refuse(Rejection.Currency, Column.Currency);
            }

            amount = new Money(minor, currency);
        }

        FirstCurrency = FirstCurrency == 0 ? amount.Currency : FirstCurrency;
        Feed feed = Context.Feed;
        ReadOnlySpan<char> source = Text(row, Column.Source);
        ReadOnlySpan<char> campaign = Text(row, Column.Campaign);
        UInt128 id = feed.Ids.Start('e').Add(_dates.Canonical).Add(source).Add(campaign).Add(amount.Minor).Add((long)amount.Currency).Take(feed.Occurrences);
        string day = Calendar.Label(Context.Calendar.DayOf(at), CalendarUnit.Day);
        feed.StartLine();
        feed.Record(id, string.Join('\t', day, Flat(source), Flat(campaign), amount.Minor, Currencies.CodeOf(amount.Currency)));
        return Rejection.None;
    }

    private static string Flat(ReadOnlySpan<char> text) => text.ToString().Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
