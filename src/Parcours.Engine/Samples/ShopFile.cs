using System.Buffers.Text;
using System.Text;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Engine.Samples;

/// <summary>
/// Writes a shop as an order-lines file: a line of an order a line, what came back as a line of negative quantity. With orders only,
/// each order is a line of one product. Dates are in UTC and say so; prices are by unit, after discounts.
/// </summary>
internal sealed class ShopFile(Shop shop, Stream to)
{
    private const int LongestLine = 256;

    private readonly byte[] _bytes = new byte[1 << 20];
    private readonly byte[][] _products = [.. Catalogue.Products.Select(product => Encoding.UTF8.GetBytes(product.Name))];
    private readonly Dictionary<int, int> _placeOfTerm = shop.Terms.Products.Select((term, place) => (term, place)).ToDictionary(pair => pair.term, pair => pair.place);
    private int _length;

    /// <summary>Draws and writes everything.</summary>
    /// <returns>How many lines, the header not counted.</returns>
    public long Run(IProgress<SampleProgress>? progress, CancellationToken cancellation)
    {
        var facts = new FactBuffer(shop);
        var life = new CustomerLife(shop, facts);
        long lines = 0;
        Put("order,customer,date,product,quantity,price,currency\n"u8);
        for (int customer = 0; customer < shop.Options.Customers; customer++)
        {
            life.Live(customer);
            byte[] key = Encoding.UTF8.GetBytes(ShopKeys.Customer(customer));
            foreach (ref readonly ShopFact fact in facts.Facts)
            {
                FactKind kind = fact.Fact.Kind;
                if (kind is FactKind.OrderLine or FactKind.ProductReturn || (kind == FactKind.Order && shop.Options.OrdersOnly))
                {
                    lines++;
                    Line(key, fact);
                }
            }

            if (customer % 1_000 == 999)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new(customer + 1, lines));
            }
        }

        to.Write(_bytes, 0, _length);
        return lines;
    }

    private void Line(byte[] customer, ShopFact fact)
    {
        if (_bytes.Length - _length < LongestLine)
        {
            to.Write(_bytes, 0, _length);
            _length = 0;
        }

        bool bare = fact.Fact.Kind == FactKind.Order;
        int sign = fact.Fact.Kind == FactKind.ProductReturn ? -1 : 1;
        Put(customer);
        Put((byte)'-');
        Put(fact.LinkNumber);
        Put((byte)',');
        Put(customer);
        Put((byte)',');
        Put(fact.Fact.At);
        Put((byte)',');
        Put(_products[bare ? fact.Detail : _placeOfTerm[fact.Fact.Item]]);
        Put((byte)',');
        Put(sign * (long)fact.Quantity, 1_000);
        Put((byte)',');
        Put(bare ? fact.Fact.Value : fact.Detail, 100);
        Put(",EUR\n"u8);
    }

    private void Put(byte value) => _bytes[_length++] = value;

    private void Put(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    private void Put(long number)
    {
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out int length);
        _length += length;
    }

    /// <summary>A number of hundredths or thousandths: whole when it is.</summary>
    private void Put(long number, int of)
    {
        if (number < 0)
        {
            Put((byte)'-');
            number = -number;
        }

        Put(number / of);
        long rest = number % of;
        if (rest != 0)
        {
            Put((byte)'.');
            for (int digit = of / 10; digit > 0; digit /= 10)
            {
                Put((byte)('0' + (rest / digit % 10)));
            }
        }
    }

    private void Put(Instant at)
    {
        long seconds = at.Micros / Instant.MicrosPerSecond;
        DateOnly date = Calendar.DateOf((int)(seconds / 86_400));
        int time = (int)(seconds % 86_400);
        Put(date.Year);
        Pair('-', date.Month);
        Pair('-', date.Day);
        Pair('T', time / 3_600);
        Pair(':', time / 60 % 60);
        Pair(':', time % 60);
        Put((byte)'Z');
    }

    private void Pair(char before, int number)
    {
        Put((byte)before);
        Put((byte)('0' + (number / 10)));
        Put((byte)('0' + (number % 10)));
    }
}
