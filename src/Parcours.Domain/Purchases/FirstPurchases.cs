using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Purchases;

/// <summary>Reads how every customer began: the same customers, in the same order, as <see cref="PurchaseTable"/> at the same cut.</summary>
public static class FirstPurchases
{
    /// <summary>Reads a base in one parallel pass.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">The last instant that is known.</param>
    /// <param name="attribute">The term of an attribute to read, as "source"; 0 for none.</param>
    public static FirstPurchase[] Compute(HistoryBase histories, Instant cut, int attribute)
    {
        List<FirstPurchase> all = SubjectRanges.Fold(histories.SubjectCount, () => new List<FirstPurchase>(), (own, from, to) =>
        {
            var leftOut = new OrdersLeftOut();
            var amounts = new Dictionary<int, long>();
            for (int subject = from; subject < to; subject++)
            {
                History history = histories[subject].Until(cut);
                leftOut.Read(history);
                int order = FirstOrder(history, leftOut);
                if (order >= 0)
                {
                    own.Add(Read(histories, history, subject, order, attribute, amounts));
                }
            }
        }, static (into, own) => into.AddRange(own));
        return [.. all];
    }

    private static int FirstOrder(History history, OrdersLeftOut leftOut)
    {
        ReadOnlySpan<Fact> facts = history.Facts;
        for (int i = 0; i < facts.Length; i++)
        {
            if (facts[i].Kind == FactKind.Order && !leftOut.Has(history.Links[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static FirstPurchase Read(HistoryBase histories, History history, int subject, int order, int attribute, Dictionary<int, long> amounts)
    {
        ReadOnlySpan<Fact> facts = history.Facts;
        ReadOnlySpan<int> links = history.Links;
        amounts.Clear();
        (int advertisement, int value) = (0, 0);
        long line = 0;
        for (int i = 0; i < facts.Length; i++)
        {
            ref readonly Fact fact = ref facts[i];
            switch (fact.Kind)
            {
                case FactKind.AdClick when i < order && advertisement == 0:
                    advertisement = fact.Item;
                    break;
                case FactKind.AttributeChanged when attribute != 0 && value == 0 && fact.Item == attribute:
                    value = (int)fact.Value;
                    break;
                case FactKind.OrderLine when links[i] == links[order] && links[i] != 0:
                    line = line == 0 ? history.FactIds[i] : line;
                    int category = histories.Vocabulary.CategoryOf(fact.Item);
                    amounts[category] = amounts.GetValueOrDefault(category) + fact.Value;
                    break;
            }
        }

        return new FirstPurchase(
            subject, histories.Calendar.DayOf(facts[order].At), Largest(amounts), advertisement, value, facts[order].Channel, history.FactIds[order], line);
    }

    private static int Largest(Dictionary<int, long> amounts)
    {
        (int category, long most) = (0, long.MinValue);
        foreach ((int term, long amount) in amounts)
        {
            if (term != 0 && (amount > most || (amount == most && term < category)))
            {
                (category, most) = (term, amount);
            }
        }

        return category;
    }
}
