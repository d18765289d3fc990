using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Accounts;

/// <summary>Who was a stakeholder of which account, and when.</summary>
public static class Memberships
{
    /// <summary>The memberships of every customer of a base, by customer then time.</summary>
    public static List<Membership> Of(HistoryBase histories, AccountTerms terms)
    {
        var memberships = new List<Membership>();
        for (int customer = 0; customer < histories.SubjectCount && terms.AttributeTerm != 0; customer++)
        {
            AddOf(histories, customer, terms, memberships);
        }

        return memberships;
    }

    /// <summary>Adds the memberships of one customer, in order of time. Of several changes at one instant the last one counts.</summary>
    public static void AddOf(HistoryBase histories, int customer, AccountTerms terms, List<Membership> memberships)
    {
        if (histories.Subjects.TypeOf(customer) != SubjectType.Customer)
        {
            return;
        }

        int account = -1;
        Instant from = Instant.Beginning;
        foreach (ref readonly Fact fact in histories[customer].Facts)
        {
            if (fact.Kind == FactKind.AttributeChanged && fact.Item == terms.AttributeTerm)
            {
                Close(account, from, fact.At);
                account = terms.AccountOf(fact.Value);
                from = fact.At;
            }
        }

        Close(account, from, Instant.Never);

        void Close(int account, Instant from, Instant to)
        {
            if (account >= 0 && from < to)
            {
                memberships.Add(new Membership(account, customer, from, to));
            }
        }
    }
}
