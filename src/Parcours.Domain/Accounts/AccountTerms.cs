using Parcours.Domain.Histories;

namespace Parcours.Domain.Accounts;

/// <summary>
/// The words that memberships are written in: a customer's attribute <c>account</c> takes as its value the key of an account,
/// or nothing when the customer left.
/// </summary>
public sealed class AccountTerms
{
    /// <summary>The attribute's name.</summary>
    public const string Attribute = "account";

    private readonly Dictionary<long, int> _accounts;

    private AccountTerms(int attribute, Dictionary<long, int> accounts)
    {
        AttributeTerm = attribute;
        _accounts = accounts;
    }

    /// <summary>The term of the attribute.</summary>
    public int AttributeTerm { get; private set; }

    /// <summary>The words of a base; null when it has no account.</summary>
    public static AccountTerms? Of(HistoryBase histories)
    {
        if (!histories.Subjects.HasAccounts)
        {
            return null;
        }

        var terms = new AccountTerms(0, []);
        terms.Learn(histories, Enumerable.Range(0, histories.SubjectCount));
        return terms;
    }

    /// <summary>Takes note of the accounts among some subjects of a base that grew.</summary>
    /// <returns>The lowest term of an account that was not known: when it is an old word, somebody may have named the account before; null when none is new.</returns>
    internal int? Learn(HistoryBase histories, IEnumerable<int> subjects)
    {
        int? oldest = null;
        AttributeTerm = histories.Vocabulary.TryFind(Attribute, out int attribute) ? attribute : 0;
        foreach (int subject in subjects)
        {
            if (histories.Subjects.TypeOf(subject) == SubjectType.Account && histories.Vocabulary.TryFind(histories.Subjects.KeyOf(subject), out int term))
            {
                oldest = _accounts.ContainsKey(term) ? oldest : Math.Min(oldest ?? term, term);
                _accounts[term] = subject;
            }
        }

        return oldest;
    }

    /// <summary>The account that a value of the attribute names; -1 for none.</summary>
    public int AccountOf(long value) => _accounts.GetValueOrDefault(value, -1);
}
