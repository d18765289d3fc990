using System.Security.Cryptography;
using Parcours.Engine.Erasure;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Erasure;

/// <summary>The secret that keys of people are hashed under. It is kept with the hashes, so that a copy of the file goes on refusing whom it refused.</summary>
internal static class PrivacySecret
{
    private const string Select = "SELECT value FROM settings WHERE name = 'privacy_secret'";
    private const string Insert = "INSERT INTO settings (name, value) VALUES ('privacy_secret', ?1)";

    /// <summary>What hashes keys; null where no secret was made yet.</summary>
    internal static KeyHash? Find(Database database)
    {
        using Statement select = database.Prepare(Select);
        return select.Step() ? new KeyHash(Convert.FromHexString(select.Text(0)!)) : null;
    }

    /// <summary>What hashes keys; the secret is made, in the open transaction, where there is none.</summary>
    internal static KeyHash FindOrMake(Database database)
    {
        if (Find(database) is { } known)
        {
            return known;
        }

        byte[] secret = RandomNumberGenerator.GetBytes(KeyHash.SecretLength);
        using Statement insert = database.Prepare(Insert);
        insert.Bind(1, Convert.ToHexStringLower(secret)).Run();
        return new KeyHash(secret);
    }
}
