using System.Collections.Concurrent;
using Parcours.Domain.Customers;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Customers;

/// <summary>Sorts many customers at once. Who has no value comes last either way, and equals stay in the order of the base.</summary>
public static class CustomerSorting
{
    private const long None = long.MaxValue;

    /// <summary>Sorts in place.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="subjects">Whom, in the order of the base.</param>
    /// <param name="by">What by.</param>
    /// <param name="descending">Whether the greatest come first.</param>
    /// <param name="at">Facts after it do not count.</param>
    public static void Sort(HistoryBase histories, int[] subjects, CustomerOrder by, bool descending, Instant at)
    {
        if (subjects.Length == 0)
        {
            return;
        }

        if (by == CustomerOrder.Known)
        {
            if (descending)
            {
                Array.Reverse(subjects);
            }
        }
        else if (by == CustomerOrder.Name)
        {
            SortByName(histories, subjects, descending, at);
        }
        else
        {
            SortByNumber(histories, subjects, by, descending, at);
        }
    }

    private static void SortByNumber(HistoryBase histories, int[] subjects, CustomerOrder by, bool descending, Instant at)
    {
        long[] numbers = new long[subjects.Length];
        Each(subjects.Length, i =>
        {
            long? number = NumberOf(histories, subjects[i], by, at);
            numbers[i] = number is not { } known ? None : descending ? -known : known;
        });
        Array.Sort(numbers, subjects);
        for (int from = 0, to; from < subjects.Length; from = to)
        {
            to = from + 1;
            while (to < subjects.Length && numbers[to] == numbers[from])
            {
                to++;
            }

            Array.Sort(subjects, from, to - from);
        }
    }

    private static void SortByName(HistoryBase histories, int[] subjects, bool descending, Instant at)
    {
        string[] names = new string[subjects.Length];
        Each(subjects.Length, i => names[i] = CustomerName.Of(histories, subjects[i], histories[subjects[i]].Until(at)));
        int[] order = [.. Enumerable.Range(0, subjects.Length)];
        Array.Sort(order, (one, other) => StringComparer.OrdinalIgnoreCase.Compare(names[one], names[other]) is var found && found != 0 ? (descending ? -found : found) : one - other);
        int[] sorted = Array.ConvertAll(order, place => subjects[place]);
        sorted.CopyTo(subjects, 0);
    }

    private static long? NumberOf(HistoryBase histories, int subject, CustomerOrder by, Instant at)
    {
        if (by == CustomerOrder.LastFact)
        {
            return histories[subject].Until(at) is { IsEmpty: false } history ? history.Facts[^1].At.Micros : null;
        }

        var orders = CustomerOrders.Of(histories, subject, at);
        return by switch
        {
            CustomerOrder.Orders => orders.Count,
            CustomerOrder.Spend => orders.Spend,
            CustomerOrder.Basket => orders.Count == 0 ? null : orders.Spend / orders.Count,
            CustomerOrder.FirstOrder => orders.FirstAt?.Micros,
            CustomerOrder.LastOrder => orders.LastAt?.Micros,
            CustomerOrder.Rhythm => orders.GapMedianDays is { } days ? (long)(days * 2) : null,
            _ => null,
        };
    }

    private static void Each(int count, Action<int> act) => Parallel.ForEach(Partitioner.Create(0, count), range =>
    {
        for (int i = range.Item1; i < range.Item2; i++)
        {
            act(i);
        }
    });
}
