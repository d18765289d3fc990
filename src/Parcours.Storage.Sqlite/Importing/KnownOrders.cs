using Parcours.Domain.Facts;
using Parcours.Engine.Import;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>Reads what sealed imports hold of orders, in one pass over the facts: no index is kept for a question an import asks once.</summary>
internal static class KnownOrders
{
    private const string Select = """
        SELECT identity, link, kind, value, currency FROM facts
        WHERE id <= ?1 AND link <> 0 AND kind IN (?2, ?3, ?4)
        """;

    /// <summary>What is known of the orders asked, whichever key of the person they came under, on a connection of its own; one nothing is known of is left out.</summary>
    internal static Dictionary<(int Identity, int Link), KnownOrder> Read(string folder, Marks marks, IdentityMap identities, IReadOnlySet<(int Identity, int Link)> asked)
    {
        var found = new Dictionary<(int Identity, int Link), KnownOrder>();
        if (marks.Facts == 0 || asked.Count == 0)
        {
            return found;
        }

        ILookup<int, int> whose = asked.ToLookup(order => order.Link, order => order.Identity);
        using Database database = WorkspaceFile.OpenToRead(folder);
        using Statement facts = database.Prepare(Select).Bind(1, marks.Facts)
            .Bind(2, (ushort)FactKind.Order).Bind(3, (ushort)FactKind.OrderAdjusted).Bind(4, (ushort)FactKind.Refund);
        while (facts.Step())
        {
            int link = facts.Int32(1);
            int identity = facts.Int32(0);
            foreach (int one in whose[link].Where(one => identities.AreOne(one, identity)))
            {
                found[(one, link)] = With(found.GetValueOrDefault((one, link)), (FactKind)facts.Int32(2), facts.Int64(3), (byte)facts.Int32(4));
            }
        }

        return found;
    }

    private static KnownOrder With(KnownOrder known, FactKind kind, long value, byte currency) => kind switch
    {
        FactKind.Order => known with { Orders = known.Orders + 1, Currency = currency, First = value },
        FactKind.OrderAdjusted => known with { Adjusted = known.Adjusted + value },
        _ => known with { Refunded = known.Refunded + value },
    };
}
