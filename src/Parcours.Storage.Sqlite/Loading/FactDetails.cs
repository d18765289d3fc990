using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>What the store keeps of facts and memory does not.</summary>
internal static class FactDetails
{
    private const string Select = "SELECT link_key, payload FROM facts WHERE id = ?1";

    /// <summary>Reads it by the numbers of the facts, in the order asked; nothing for a number that no fact has.</summary>
    internal static IReadOnlyList<StoredDetail> Read(Database database, ReadOnlySpan<long> factIds)
    {
        using Statement select = database.Prepare(Select);
        var details = new StoredDetail[factIds.Length];
        for (int i = 0; i < details.Length; i++)
        {
            details[i] = select.Bind(1, factIds[i]).Step() ? new StoredDetail(select.Text(0), select.Text(1)) : new StoredDetail(null, null);
            select.Reset();
        }

        return details;
    }
}
