using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>
/// Customers come in blocks with one account each: its first few customers are the account's stakeholders.
/// Everything about a block is known from its number, so blocks can be drawn in any order.
/// </summary>
internal static class Block
{
    /// <summary>Customers in a full block.</summary>
    public const int Customers = 250;

    /// <summary>The most stakeholders an account has.</summary>
    public const int MostStakeholders = 6;

    /// <summary>Subjects in a full block: its customers, then its account.</summary>
    public const int Subjects = Customers + 1;

    /// <summary>How many blocks a shop has.</summary>
    public static int CountOf(Shop shop) => (shop.Options.Customers + Customers - 1) / Customers;

    /// <summary>How many customers a block has.</summary>
    public static int CustomersIn(Shop shop, int block) => Math.Min(Customers, shop.Options.Customers - (block * Customers));

    /// <summary>How many subjects the shop has: orders only means no accounts.</summary>
    public static int SubjectsOf(Shop shop) => shop.Options.Customers + (shop.Options.OrdersOnly ? 0 : CountOf(shop));

    /// <summary>How many stakeholders a block's account has: two to six.</summary>
    public static int StakeholdersOf(Shop shop, int block)
    {
        var draw = Draw.Of(shop.Key, block, Concern.Stakeholders);
        return draw.Between(2, MostStakeholders);
    }

    /// <summary>Whether a customer is a stakeholder of the block's account.</summary>
    public static bool IsStakeholder(Shop shop, int customer) =>
        customer % Customers < MostStakeholders && customer % Customers < StakeholdersOf(shop, customer / Customers);
}
