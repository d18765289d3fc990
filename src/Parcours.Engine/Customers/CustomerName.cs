using Parcours.Domain.Histories;

namespace Parcours.Engine.Customers;

/// <summary>What people call a customer or an account.</summary>
public static class CustomerName
{
    private static readonly string[] _whole = ["name", "full_name", "company", "company_name"];
    private static readonly string[] _first = ["first_name", "firstname", "firstName", "prenom"];
    private static readonly string[] _last = ["last_name", "lastname", "lastName", "nom"];

    /// <summary>Its name, or its first and last names, as its attributes say; null when they say none.</summary>
    public static string? Of(IReadOnlyList<CustomerAttribute> attributes)
    {
        string name = Any(attributes, _whole) is { Length: > 0 } whole ? whole : $"{Any(attributes, _first)} {Any(attributes, _last)}".Trim();
        return name.Length == 0 ? null : name;
    }

    /// <summary>Its name, else the key it is shown by.</summary>
    public static string Of(HistoryBase histories, int subject, History history) =>
        Of(CustomerAttribute.Of(histories.Vocabulary, history)) ?? histories.Subjects.KeyOf(subject);

    private static string? Any(IReadOnlyList<CustomerAttribute> attributes, string[] names) =>
        names.Select(name => attributes.FirstOrDefault(attribute => attribute.Name == name)?.Value).FirstOrDefault(value => value is not null);
}
