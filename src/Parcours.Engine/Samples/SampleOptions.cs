namespace Parcours.Engine.Samples;

/// <summary>Which sample shop to draw. Equal options give equal bytes, on any machine and with any number of threads.</summary>
/// <param name="Customers">How many customers, prospects included; 1 to <see cref="MostCustomers"/>.</param>
/// <param name="Seed">Any number.</param>
public sealed record SampleOptions(int Customers, long Seed)
{
    /// <summary>The number of customers of a demonstration.</summary>
    public const int DefaultCustomers = 5_000;

    /// <summary>The most customers a shop can have.</summary>
    public const int MostCustomers = 100_000_000;

    /// <summary>The seed of a demonstration.</summary>
    public const long DefaultSeed = 7;

    /// <summary>The last local day of the shop's three years.</summary>
    public static readonly DateOnly DefaultUntil = new(2026, 10, 31);

    /// <summary>The last local day of the shop's three years; 2026-10-31 unless said otherwise.</summary>
    public DateOnly Until { get; init; } = DefaultUntil;

    /// <summary>Nothing but orders, and about twenty of them for each customer: what benchmarks of pure order files need.</summary>
    public bool OrdersOnly { get; init; }
}
