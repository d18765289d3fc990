using Parcours.Domain.Histories;

namespace Parcours.Domain.Accounts;

/// <summary>Who was a stakeholder of which account, kept up to date subject by subject: for a base that changes while it is read. Used from one thread.</summary>
public sealed class MembershipIndex
{
    private readonly Dictionary<int, List<Membership>> _ofCustomer = [];
    private readonly Dictionary<int, SortedSet<int>> _customersOf = [];
    private AccountTerms? _terms;
    private int _wordsBefore;

    private MembershipIndex()
    {
    }

    /// <summary>The memberships of a base.</summary>
    public static MembershipIndex Of(HistoryBase histories)
    {
        var index = new MembershipIndex();
        if (histories.Subjects.HasAccounts)
        {
            index.Update(histories, [.. Enumerable.Range(0, histories.SubjectCount)]);
        }

        return index;
    }

    /// <summary>The memberships of an account, in the order of customers, then of time.</summary>
    public IEnumerable<Membership> Of(int account) =>
        _customersOf.TryGetValue(account, out SortedSet<int>? customers)
            ? customers.SelectMany(customer => _ofCustomer[customer].Where(membership => membership.Account == account))
            : [];

    /// <summary>Whether a customer is or was a stakeholder of an account.</summary>
    public bool IsStakeholder(int customer) => _ofCustomer.ContainsKey(customer);

    /// <summary>Reads the memberships of some subjects anew.</summary>
    /// <returns>The accounts whose histories that may change, in order.</returns>
    internal IReadOnlyCollection<int> Update(HistoryBase histories, IReadOnlyCollection<int> touched)
    {
        var accounts = new SortedSet<int>(touched.Where(subject => histories.Subjects.TypeOf(subject) == SubjectType.Account));
        if (_terms is null && accounts.Count == 0)
        {
            return [];
        }

        if (_terms is null)
        {
            // The first account: memberships told before it was known count from now on.
            _terms = AccountTerms.Of(histories)!;
            touched = [.. Enumerable.Range(0, histories.SubjectCount)];
        }
        else
        {
            touched = _terms.Learn(histories, touched) is { } oldest && oldest < _wordsBefore ? [.. Enumerable.Range(0, histories.SubjectCount)] : touched;
        }

        _wordsBefore = histories.Vocabulary.Count;

        foreach (int customer in touched)
        {
            Forget(customer, accounts);
            var now = new List<Membership>();
            Memberships.AddOf(histories, customer, _terms, now);
            if (now.Count > 0)
            {
                _ofCustomer[customer] = now;
                foreach (Membership membership in now)
                {
                    accounts.Add(membership.Account);
                    (_customersOf.TryGetValue(membership.Account, out SortedSet<int>? customers) ? customers : _customersOf[membership.Account] = []).Add(customer);
                }
            }
        }

        return accounts;
    }

    private void Forget(int customer, SortedSet<int> accounts)
    {
        if (_ofCustomer.Remove(customer, out List<Membership>? before))
        {
            foreach (int account in before.Select(membership => membership.Account))
            {
                accounts.Add(account);
                _customersOf[account].Remove(customer);
            }
        }
    }
}
