using Parcours.Domain.Time;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Live;

/// <summary>What a live store keeps beside the base, to be read: the port of those who look while messages come. May be asked from several threads.</summary>
public interface ILiveRecords : IDisposable
{
    /// <summary>What else is known of facts, by their numbers, in the order asked.</summary>
    IReadOnlyList<StoredDetail> DetailsOf(ReadOnlySpan<long> factIds);

    /// <summary>Keys that begin so, whatever the case of letters, in the order they came. Reads all of them.</summary>
    /// <param name="beginning">What they begin with.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<string> Keys(string beginning, int most);

    /// <summary>Messages put aside, by number.</summary>
    /// <param name="after">The number after which the list begins; 0 for the first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="withReplayed">Whether those taken at last are shown too.</param>
    IReadOnlyList<QuarantineRow> Quarantine(long after, int most, bool withReplayed);

    /// <summary>Messages still aside for one reason, by number.</summary>
    /// <param name="reason">The reason, as a stable word.</param>
    /// <param name="after">The number after which the list begins; 0 for the first.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<QuarantineRow> QuarantineOf(string reason, long after, int most);

    /// <summary>The reasons for which messages still stand aside, the commonest first.</summary>
    IReadOnlyList<QuarantineShare> QuarantineReasons();

    /// <summary>A message put aside; null for an unknown number.</summary>
    QuarantineRow? Quarantined(long id);

    /// <summary>What became of messages, by hour and key.</summary>
    /// <param name="from">The first hour.</param>
    /// <param name="to">Before this instant.</param>
    IReadOnlyList<AccountRow> Accounting(Instant from, Instant to);

    /// <summary>What became of all messages of each key, and the last hour in which one came.</summary>
    IReadOnlyList<AccountRow> AccountOfKeys();

    /// <summary>Pairs of identities that somebody should look at, by number.</summary>
    IReadOnlyList<ReviewRow> Reviews(long after, int most);

    /// <summary>Joins that messages, claims, aliases or operators made, the latest first; those undone since too.</summary>
    /// <param name="before">The number before which the list begins; <see cref="long.MaxValue"/> for the latest.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<JoinRow> Joins(long before, int most);

    /// <summary>What was said of orders, with the facts it was kept beside, by number.</summary>
    /// <param name="after">The fact after which the list begins; 0 for the first.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<(long Fact, string Payload)> OrderPayloads(long after, int most);

    /// <summary>The order of a fact; null when it has none, or nothing of it is known any more.</summary>
    OrderRow? OrderOf(long factId);
}
