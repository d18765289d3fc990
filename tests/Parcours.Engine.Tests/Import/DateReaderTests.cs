using Parcours.Domain.Time;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("1997-01-31", "1997-01-31T00:00:00Z", false)]
    [InlineData("1997-01-31T08:26", "1997-01-31T08:26:00Z", true)]
    [InlineData("1997-01-31 08:26:05", "1997-01-31T08:26:05Z", true)]
    [InlineData("1997-01-31T08:26:05.250", "1997-01-31T08:26:05.250000Z", true)]
    [InlineData("1997-01-31T08:26:05Z", "1997-01-31T08:26:05Z", true)]
    [InlineData("1997-01-31T08:26:05+02:00", "1997-01-31T06:26:05Z", true)]
    [InlineData("2020-01-05 10:11:12 +0100", "2020-01-05T09:11:12Z", true)]
    [InlineData("1997/01/31", "1997-01-31T00:00:00Z", false)]
    [InlineData("19970131", "1997-01-31T00:00:00Z", false)]
    [InlineData("19970131083000", "1997-01-31T08:30:00Z", true)]
    [InlineData("19970131T083000", null, true)]
    [InlineData("31.01.1997", "1997-01-31T00:00:00Z", false)]
    [InlineData("31-Jan-97", "1997-01-31T00:00:00Z", false)]
    [InlineData("31-janv.-1997", "1997-01-31T00:00:00Z", false)]
    [InlineData("5 février 2020 14h30", "2020-02-05T14:30:00Z", true)]
    [InlineData("12 déc. 2010", "2010-12-12T00:00:00Z", false)]
    [InlineData("1 août 2021", "2021-08-01T00:00:00Z", false)]
    [InlineData("Jan 5, 2020", "2020-01-05T00:00:00Z", false)]
    [InlineData("January 5th, 2020 3:04 PM", "2020-01-05T15:04:00Z", true)]
    [InlineData("Mon, 05 Jan 2020 12:00:00 GMT", "2020-01-05T12:00:00Z", true)]
    [InlineData("884160000", null, true)]
    [InlineData("1577836800", "2020-01-01T00:00:00Z", true)]
    [InlineData("1577836800000", "2020-01-01T00:00:00Z", true)]
    [InlineData("1997-02-30", null, false)]
    [InlineData("1997-13-01", null, false)]
    [InlineData("yesterday", null, false)]
    [InlineData("1997-01-31 25:00", null, false)]
    [InlineData("", null, false)]
    public void Date_is_read_or_refused(string text, string? expected, bool hasTime)
    {
        bool read = DateReader.TryRead(text, dayFirst: false, out DateParts date);

        Assert.Equal(expected is not null, read);
        if (expected is not null)
        {
            Assert.Equal(expected, new Instant(date.Micros).ToString());
            Assert.Equal(hasTime, date.HasTime);
        }
    }

    [Theory]
    [InlineData("3/4/1997", true, "1997-04-03T00:00:00Z")]
    [InlineData("3/4/1997", false, "1997-03-04T00:00:00Z")]
    [InlineData("12/1/2010 8:26", false, "2010-12-01T08:26:00Z")]
    [InlineData("03/04/70", true, "1970-04-03T00:00:00Z")]
    [InlineData("03/04/69", true, "2069-04-03T00:00:00Z")]
    [InlineData("1/2/2020 12:05 AM", false, "2020-01-02T00:05:00Z")]
    [InlineData("1/2/2020 12:05 pm", false, "2020-01-02T12:05:00Z")]
    [InlineData("13/4/1997", false, null)]
    public void Slashed_date_follows_its_column(string text, bool dayFirst, string? expected)
    {
        bool read = DateReader.TryRead(text, dayFirst, out DateParts date);

        Assert.Equal(expected, read ? new Instant(date.Micros).ToString() : null);
    }

    [Theory]
    [InlineData("12/1/2010 8:26", 0)]
    [InlineData("12/13/2010 8:26", -1)]
    [InlineData("13/12/2010", 1)]
    [InlineData("2010-12-13", null)]
    [InlineData("31/31/2010", 0)]
    public void Slashed_date_tells_its_order_only_above_twelve(string text, int? expected) => Assert.Equal(expected, DateReader.OrderOf(text));

    [Theory]
    [InlineData("08:26", 30_360)]
    [InlineData("8h26", 30_360)]
    [InlineData("0826", 30_360)]
    [InlineData("082630", 30_390)]
    [InlineData("8:26 PM", 73_560)]
    [InlineData("26:00", null)]
    public void Time_alone_is_read(string text, int? seconds)
    {
        bool read = DateReader.TryReadTime(text, out long micros);

        Assert.Equal(seconds, read ? (int)(micros / 1_000_000) : null);
    }
}
