using System.Text.Json;
using Parcours.Domain.Accounts;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Customers;

namespace Parcours.Server.Customers;

/// <summary>Who belongs to which account. Read from the whole base, so read anew at most every few seconds.</summary>
internal sealed class StakeholderIndex(TimeProvider time)
{
    private const string Role = "role";
    private static readonly TimeSpan _goodFor = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private HistoryBase? _of;
    private MembershipIndex? _index;
    private long _since;

    /// <summary>The stakeholders of an account.</summary>
    internal IReadOnlyList<Stakeholder> Of(HistoryBase histories, int account) =>
    [
        .. from membership in Memberships(histories, account)
           let person = membership.Customer
           select new Stakeholder(
               histories.Subjects.KeyOf(person), CustomerName.Of(histories, person, histories[person]), RoleOf(histories, person), membership.From, membership.To),
    ];

    /// <summary>Writes the stakeholders of an account.</summary>
    internal void Write(Utf8JsonWriter json, HistoryBase histories, int account)
    {
        json.WriteObjects("stakeholders", Of(histories, account), person =>
        {
            json.WriteString("id", person.Key);
            json.WriteString("role", person.Role);
            json.WriteString("from", person.From.ToString());
            json.WriteString("to", person.To == Instant.Never ? null : person.To.ToString());
        });
    }

    private Membership[] Memberships(HistoryBase histories, int account)
    {
        lock (_gate)
        {
            if (_index is null || (!ReferenceEquals(_of, histories) && time.GetElapsedTime(_since) > _goodFor))
            {
                _index = MembershipIndex.Of(histories);
                _of = histories;
                _since = time.GetTimestamp();
            }

            return [.. _index.Of(account)];
        }
    }

    private static string? RoleOf(HistoryBase histories, int customer)
    {
        if (!histories.Vocabulary.TryFind(Role, out int role))
        {
            return null;
        }

        ReadOnlySpan<Fact> facts = histories[customer].Facts;
        for (int i = facts.Length - 1; i >= 0; i--)
        {
            if (facts[i].Kind == FactKind.AttributeChanged && facts[i].Item == role)
            {
                return histories.Vocabulary.TextOf((int)facts[i].Value);
            }
        }

        return null;
    }
}
