using Parcours.Engine.Live;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Live;

/// <summary>Writes the rows of a transaction of the live store. Used from one thread.</summary>
internal sealed class LiveWriter : IDisposable
{
    private const string InsertJoin = "INSERT INTO joins (id, identity, other, at, reason, trust) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    private const string InsertQuarantined = "INSERT INTO live_quarantine (key, received_at, reason, detail, raw) VALUES (?1, ?2, ?3, ?4, ?5)";

    private const string MarkReplayed = "UPDATE live_quarantine SET replayed = 1 WHERE id = ?1";

    private const string AddToAccount = """
        INSERT INTO accounting (key, hour, received, stored, duplicates, quarantined) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (key, hour) DO UPDATE SET received = received + excluded.received, stored = stored + excluded.stored,
          duplicates = duplicates + excluded.duplicates, quarantined = quarantined + excluded.quarantined
        """;

    private const string InsertReview = "INSERT OR IGNORE INTO identity_reviews (identity, other, reason, at) VALUES (?1, ?2, ?3, ?4)";

    private const string InsertTransition = """
        INSERT INTO transitions (id, lifecycle, identity, subject, from_stage, to_stage, at, announced_at, reason)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """;

    private const string SaveAnnounced = """
        INSERT INTO announced (id, facts, until) VALUES (1, ?1, ?2)
        ON CONFLICT (id) DO UPDATE SET facts = excluded.facts, until = excluded.until
        """;

    private readonly Statement _join;
    private readonly Statement _quarantined;
    private readonly Statement _replayed;
    private readonly Statement _account;
    private readonly Statement _review;
    private readonly Statement _transition;
    private readonly Statement _announced;

    internal LiveWriter(Database database)
    {
        _join = database.Prepare(InsertJoin);
        _quarantined = database.Prepare(InsertQuarantined);
        _replayed = database.Prepare(MarkReplayed);
        _account = database.Prepare(AddToAccount);
        _review = database.Prepare(InsertReview);
        _transition = database.Prepare(InsertTransition);
        _announced = database.Prepare(SaveAnnounced);
    }

    /// <summary>Writes all that is not numbered facts, identities, terms and kinds.</summary>
    internal void Write(LiveCommit commit)
    {
        foreach (JoinRow join in commit.Joins)
        {
            _join.Bind(1, join.Id).Bind(2, join.Identity).Bind(3, join.Other).Bind(4, join.At?.Micros ?? 0).Bind(5, join.Reason).Bind(6, (int)join.Trust).Run();
        }

        foreach ((int keyId, Engine.Ingestion.Quarantined message) in commit.Quarantined)
        {
            _quarantined.Bind(1, keyId).Bind(2, message.ReceivedAt.Micros).Bind(3, message.Reason).Bind(4, message.Detail).Bind(5, message.Raw).Run();
        }

        foreach (long replayed in commit.Replayed)
        {
            _replayed.Bind(1, replayed).Run();
        }

        foreach (((int keyId, long hour), IntakeCounts counts) in commit.Accounts)
        {
            _account.Bind(1, keyId).Bind(2, hour).Bind(3, counts.Received).Bind(4, counts.Stored).Bind(5, counts.Duplicates).Bind(6, counts.Quarantined).Run();
        }

        foreach ((int identity, int other, string reason, Domain.Time.Instant at) in commit.Reviews)
        {
            _review.Bind(1, Math.Min(identity, other)).Bind(2, Math.Max(identity, other)).Bind(3, reason).Bind(4, at.Micros).Run();
        }

        foreach (TransitionRow row in commit.Transitions)
        {
            _transition.Bind(1, row.Id).Bind(2, row.Lifecycle).Bind(3, row.Identity).Bind(4, row.Subject).Bind(5, row.From).Bind(6, row.To)
                .Bind(7, row.At.Micros).Bind(8, row.AnnouncedAt.Micros).Bind(9, row.Reason).Run();
        }

        if (commit.Announced is { } mark)
        {
            _announced.Bind(1, mark.Facts).Bind(2, mark.Until.Micros).Run();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _join.Dispose();
        _quarantined.Dispose();
        _replayed.Dispose();
        _account.Dispose();
        _review.Dispose();
        _transition.Dispose();
        _announced.Dispose();
    }
}
