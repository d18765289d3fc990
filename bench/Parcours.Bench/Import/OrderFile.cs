using System.Buffers.Text;

namespace Parcours.Bench.Import;

/// <summary>Writes the order files that the import is measured on; the same seed gives the same bytes.</summary>
internal static class OrderFile
{
    private const int Customers = 1_000_000;
    private const int Products = 5_000;
    private const int Days = 3_650;

    /// <summary>Writes one order a line: customer,date,amount.</summary>
    public static void WriteOrders(string path, long lines, int seed = 7) => Write(path, "customer,date,amount\n"u8, lines, seed, Order);

    /// <summary>The same, of the ten years up to a day.</summary>
    public static void WriteOrdersUntil(string path, long lines, DateTime until) => Write(path, "customer,date,amount\n"u8, lines, 7, Order, until.Date.AddDays(-Days));

    /// <summary>Writes order lines, three to an order or so: order,customer,date,product,quantity,price.</summary>
    public static void WriteLines(string path, long lines, int seed = 7) => Write(path, "order,customer,date,product,quantity,price\n"u8, lines, seed, Line);

    private delegate int Filler(Span<byte> to, Random draw, ref State state);

    private static void Write(string path, ReadOnlySpan<byte> header, long lines, int seed, Filler fill, DateTime? first = null)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        stream.Write(header);
        var draw = new Random(seed);
        var state = new State { Order = seed * 100_000_000L, First = first ?? new DateTime(2015, 1, 1) };
        byte[] line = new byte[128];
        for (long i = 0; i < lines; i++)
        {
            int length = fill(line, draw, ref state);
            line[length++] = (byte)'\n';
            stream.Write(line, 0, length);
        }
    }

    private static int Order(Span<byte> to, Random draw, ref State state)
    {
        int at = Number(to, 0, draw.Next(Customers), 7);
        at = Date(to, at, state.First.AddDays(draw.Next(Days)));
        return Money(to, at, draw.Next(100, 20_000));
    }

    private static int Line(Span<byte> to, Random draw, ref State state)
    {
        if (state.Left == 0)
        {
            state.Order++;
            state.Left = 1 + draw.Next(5);
            state.Customer = draw.Next(Customers);
            state.Day = draw.Next(Days);
        }

        state.Left--;
        int at = Number(to, 0, state.Order, 1);
        at = Number(to, at, state.Customer, 7);
        at = Date(to, at, state.First.AddDays(state.Day));
        to[at++] = (byte)'P';
        at = Number(to, at, draw.Next(Products), 4);
        at = Number(to, at, 1 + draw.Next(3), 1);
        return Money(to, at, draw.Next(100, 20_000));
    }

    private static int Number(Span<byte> to, int at, long number, byte digits)
    {
        Utf8Formatter.TryFormat(number, to[at..], out int length, new('D', digits));
        to[at + length] = (byte)',';
        return at + length + 1;
    }

    private static int Date(Span<byte> to, int at, DateTime date)
    {
        Utf8Formatter.TryFormat(date.Year, to[at..], out _, new('D', 4));
        to[at + 4] = to[at + 7] = (byte)'-';
        Utf8Formatter.TryFormat(date.Month, to[(at + 5)..], out _, new('D', 2));
        Utf8Formatter.TryFormat(date.Day, to[(at + 8)..], out _, new('D', 2));
        to[at + 10] = (byte)',';
        return at + 11;
    }

    private static int Money(Span<byte> to, int at, int cents)
    {
        Utf8Formatter.TryFormat(cents / 100m, to[at..], out int length, new('F', 2));
        return at + length;
    }

    private struct State
    {
        public long Order;
        public DateTime First;
        public int Left;
        public int Customer;
        public int Day;
    }
}
