using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Customers;

namespace Parcours.Web.Customers;

/// <summary>A column that a list of customers may have.</summary>
/// <param name="Id">What addresses name it by; an attribute's has "a:" before its name.</param>
/// <param name="Name">Its header.</param>
/// <param name="Order">What sorting by it means; null when a list cannot be sorted by it.</param>
/// <param name="Numeric">Whether it is set to the right.</param>
public sealed record CustomerColumn(string Id, LocalText Name, CustomerOrder? Order = null, bool Numeric = false)
{
    private const string AttributeMark = "a:";
    private static readonly string[] OfCustomers = ["email", "stage", "orders", "spend", "last_order", "last_fact"];
    private static readonly string[] OfAccounts = ["stage", "since", "next", "a:sector", "a:size", "last_fact"];

    /// <summary>Those that every list may have, in the order they are offered.</summary>
    public static IReadOnlyList<CustomerColumn> All { get; } =
    [
        new("name", new("Customer", "Client"), CustomerOrder.Name),
        new("key", new("Key", "Clé")),
        new("email", new("E-mail", "E-mail")),
        new("phone", new("Telephone", "Téléphone")),
        new("stage", new("Stage", "Phase")),
        new("since", new("In it since", "Depuis le")),
        new("next", new("Changes on", "Change le")),
        new("orders", new("Orders", "Commandes"), CustomerOrder.Orders, true),
        new("spend", new("Spent", "Dépensé"), CustomerOrder.Spend, true),
        new("basket", new("Average basket", "Panier moyen"), CustomerOrder.Basket, true),
        new("first_order", new("First order", "Première commande"), CustomerOrder.FirstOrder),
        new("last_order", new("Last order", "Dernière commande"), CustomerOrder.LastOrder),
        new("rhythm", new("Own rhythm", "Rythme propre"), CustomerOrder.Rhythm, true),
        new("last_fact", new("Last event", "Dernier événement"), CustomerOrder.LastFact),
        new("consent", new("Consent", "Consentement")),
    ];

    /// <summary>The name of the attribute whose column it is; null when it is no attribute's.</summary>
    public string? Attribute => Id.StartsWith(AttributeMark, StringComparison.Ordinal) ? Id[AttributeMark.Length..] : null;

    /// <summary>The column of an attribute.</summary>
    public static CustomerColumn OfAttribute(string name) => new(AttributeMark + name, new(name, name));

    /// <summary>The columns of a list: the name first, then those asked for that there are, else the usual ones.</summary>
    /// <param name="asked">Their ids, with commas between.</param>
    /// <param name="attributes">The attributes there are.</param>
    /// <param name="type">Whether of customers or of accounts.</param>
    public static IReadOnlyList<CustomerColumn> Chosen(string asked, IReadOnlyList<string> attributes, SubjectType type)
    {
        string[] ids = asked.Length == 0 ? type == SubjectType.Account ? OfAccounts : OfCustomers : asked.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        List<CustomerColumn> all = [.. All, .. attributes.Select(OfAttribute)];
        return [All[0], .. ids.Distinct().Select(id => all.Find(column => column.Id == id)).OfType<CustomerColumn>().Where(column => column != All[0])];
    }
}
