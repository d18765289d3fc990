namespace Parcours.Server.Imports;

/// <summary>A file small enough to be read at a glance.</summary>
internal static class SmallFile
{
    /// <summary>Three orders of two customers.</summary>
    internal const string Orders = """
        order_id,customer_id,email,date,amount,currency,product
        o1,C1,ann@example.org,2026-01-10,10.00,EUR,tea
        o2,C1,ann@example.org,2026-02-10,20.00,EUR,coffee
        o3,C2,paul@example.org,2026-02-11,5.50,EUR,tea
        """;
}
