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
    public int AttributeTerm { get; }

    /// <summary>The words of a base; null when it has no account.</summary>
    public static AccountTerms? Of(HistoryBase histories)
    {
        ReadOnlySpan<SubjectType> types = histories.Subjects.Types;
        if (!types.Contains(SubjectType.Account))
        {
            return null;
        }

        Vocabulary words = histories.Vocabulary;
        var accounts = new Dictionary<long, int>();
        for (int subject = 0; subject < types.Length; subject++)
        {
            if (types[subject] == SubjectType.Account && words.TryFind(histories.Subjects.KeyOf(subject), out int term))
            {
                accounts[term] = subject;
            }
        }

        return new AccountTerms(words.TryFind(Attribute, out int attribute) ? attribute : 0, accounts);
    }

    /// <summary>The account that a value of the attribute names; -1 for none.</summary>
    public int AccountOf(long value) => _accounts.GetValueOrDefault(value, -1);
}
