using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Domain.Orders;

/// <summary>
/// Whose orders are counted. An account's history repeats its stakeholders' facts, so what is added up over subjects is added up over one type of them: customers, or accounts
/// where companies buy and no person does.
/// </summary>
public static class OrderHolders
{
    /// <summary>The base seen with the histories of one type of subject.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="wanted">The type wanted: it is taken unless none of its subjects has an order and one of the other type has.</param>
    public static HistoryBase Of(HistoryBase histories, SubjectType wanted = SubjectType.Customer)
    {
        HistoryBase view = histories.Of(wanted);
        if (HasOrder(view))
        {
            return view;
        }

        HistoryBase other = histories.Of(wanted == SubjectType.Customer ? SubjectType.Account : SubjectType.Customer);
        return HasOrder(other) ? other : view;
    }

    private static bool HasOrder(HistoryBase histories)
    {
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            foreach (ref readonly Fact fact in histories[subject].Facts)
            {
                if (fact.Kind == FactKind.Order)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
