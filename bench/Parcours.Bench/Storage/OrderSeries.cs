using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;

namespace Parcours.Bench.Storage;

/// <summary>An endless series of orders by a given number of customers, in order of date; an order is the same each time it is asked.</summary>
/// <param name="customers">How many customers, drawn evenly.</param>
/// <param name="step">Microseconds from an order to the next.</param>
internal sealed class OrderSeries(int customers, long step)
{
    private static readonly Instant First = Instant.FromUtc(2016, 1, 1);

    /// <summary>Says some of the orders to a session, as an importer would.</summary>
    internal long SayTo(IImportSession session, long from, long to)
    {
        Span<char> text = stackalloc char[16];
        long stored = 0;
        for (long order = from; order < to; order++)
        {
            ulong drawn = Mix((ulong)order);
            ((int)(drawn % (ulong)customers)).TryFormat(text, out int length, "D8");
            int identity = session.IdentityOf(IdentityKind.Customer, text[..length]);
            var message = new UInt128(Mix(drawn), Mix(drawn + 1));
            if (session.Knows(message))
            {
                continue;
            }

            // A late file's orders fall anywhere in the past.
            long place = from == 0 ? order : (long)(Mix(drawn + 2) % (ulong)from);
            var fact = new Fact(new Instant(First.Micros + (place * step)), (long)(drawn >> 50), 0, FactKind.Order, 1, 0);
            session.Add(new StoredFact(identity, fact, (int)(drawn >> 33), message, Extra.None, order.ToString("D9")));
            stored++;
        }

        return stored;
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E37_79B9_7F4A_7C15;
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }
}
