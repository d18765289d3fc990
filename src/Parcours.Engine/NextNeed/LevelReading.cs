using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;
using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.NextNeed;

/// <summary>Reads the baskets of a base at one level.</summary>
/// <param name="histories">The base.</param>
/// <param name="termOf">The term a line counts under at this level; 0 to leave the line out.</param>
/// <param name="priceOf">The price of a term where lines tell no amount; null when not known.</param>
internal sealed class LevelReading(HistoryBase histories, Func<int, int> termOf, Func<int, Money?> priceOf)
{
    private readonly PurchasedLines _reader = new();
    private readonly List<PurchasedLine> _lines = [];

    public static NeedLevel Nothing(int subjects)
    {
        var builder = new BasketsBuilder(0);
        for (int subject = 0; subject < subjects; subject++)
        {
            builder.StartCustomer();
        }

        return new(builder.ToBaskets(), [], []);
    }

    /// <summary>The level at a date; null when nothing was bought.</summary>
    public NeedLevel? Read(Instant at)
    {
        int[] terms = Terms(at);
        if (terms.Length == 0)
        {
            return null;
        }

        int[] numbers = new int[terms.Max() + 1];
        for (int number = 0; number < terms.Length; number++)
        {
            numbers[terms[number]] = number;
        }

        var builder = new BasketsBuilder(terms.Length);
        long[] amounts = new long[terms.Length];
        var items = new List<int>();
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            builder.StartCustomer();
            ReadLines(subject, at);
            for (int i = 0; i < _lines.Count;)
            {
                items.Clear();
                Instant moment = _lines[i].At;
                for (; i < _lines.Count && _lines[i].At == moment; i++)
                {
                    if (termOf(_lines[i].Item) is > 0 and var term)
                    {
                        items.Add(numbers[term]);
                        amounts[numbers[term]] += _lines[i].Currency == histories.Currency ? _lines[i].Value : 0;
                    }
                }

                builder.Add(histories.Calendar.DayOf(moment), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items));
            }
        }

        Baskets baskets = builder.ToBaskets();
        return new(baskets, terms, Means(terms, amounts, baskets.CountByItem()));
    }

    // The terms bought, by the ordinal order of their texts.
    private int[] Terms(Instant at)
    {
        bool[] isBought = new bool[histories.Vocabulary.Count];
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            ReadLines(subject, at);
            foreach (PurchasedLine line in _lines)
            {
                isBought[termOf(line.Item)] = true;
            }
        }

        return
        [
            .. Enumerable.Range(1, Math.Max(0, isBought.Length - 1)).Where(term => isBought[term])
                .OrderBy(histories.Vocabulary.TextOf, StringComparer.Ordinal).ThenBy(term => term),
        ];
    }

    private Money?[] Means(int[] terms, long[] amounts, int[] baskets) =>
    [
        .. terms.Select((term, number) => amounts[number] > 0
            ? new Money((long)Math.Round((double)amounts[number] / baskets[number], MidpointRounding.ToEven), histories.Currency)
            : priceOf(term) is { } price && price.Currency == histories.Currency ? price : (Money?)null),
    ];

    private void ReadLines(int subject, Instant at) => _reader.Read(histories[subject].Until(at), _lines);
}
