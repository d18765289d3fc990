using System.Text.Json;
using Parcours.Domain.Accounts;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

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

    /// <summary>Writes the stakeholders of an account.</summary>
    internal void Write(Utf8JsonWriter json, HistoryBase histories, int account)
    {
        json.WriteStartArray("stakeholders");
        foreach (Membership membership in Memberships(histories, account))
        {
            json.WriteStartObject();
            json.WriteString("id", histories.Subjects.KeyOf(membership.Customer));
            json.WriteString("role", RoleOf(histories, membership.Customer));
            json.WriteString("from", membership.From.ToString());
            json.WriteString("to", membership.To == Instant.Never ? null : membership.To.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
