using System.Globalization;
using System.Text;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>What a store keeps of the shop's facts beside memory: names, words, stores, and what products are. JSON objects.</summary>
internal sealed class ShopPayloads(Shop shop)
{
    /// <summary>A customer's e-mail address: first and last name, and the customer's number to keep it unique.</summary>
    public string Email(int customer)
    {
        (string first, string last) = NameOf(customer);
        return string.Create(CultureInfo.InvariantCulture, $"{Plain(first)}.{Plain(last)}.{customer + 1}@example.org");
    }

    /// <summary>The payload of a fact; null for none.</summary>
    /// <param name="subject">The customer's number, or an account's below zero.</param>
    public string? Of(long subject, ShopFact fact) => fact.Payload switch
    {
        ShopPayload.Person => Person((int)subject),
        ShopPayload.Company => $$"""{"name":"{{CompanyOf(subject)}}"}""",
        ShopPayload.Store => $$"""{"store":"{{shop.Terms.Texts[shop.Terms.Stores[fact.Detail]]}}"}""",
        ShopPayload.Review => $$"""{"text":"{{SampleTexts.Reviews[fact.Detail - 1]}}"}""",
        ShopPayload.Complaint => $$"""{"text":"{{SampleTexts.Complaints[fact.Detail]}}"}""",
        _ => null,
    };

    /// <summary>What a product is.</summary>
    public static string Product(ShopProduct product) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"name":"{{product.Name}}","size":"{{product.Size}}","price":"{{product.Price / 100m:0.00}}","cost":"{{product.Cost / 100m:0.00}}"}""");

    private string Person(int customer)
    {
        (string first, string last) = NameOf(customer);
        return $$"""{"first_name":"{{first}}","last_name":"{{last}}","email":"{{Email(customer)}}"}""";
    }

    private (string First, string Last) NameOf(int customer)
    {
        var draw = Draw.Of(shop.Key, customer, Concern.Names);
        return (FrenchNames.First[draw.Below(FrenchNames.First.Length)], FrenchNames.Last[draw.Below(FrenchNames.Last.Length)]);
    }

    private string CompanyOf(long account)
    {
        var draw = Draw.Of(shop.Key, account, Concern.Names);
        return $"{FrenchNames.Companies[draw.Below(FrenchNames.Companies.Length)]} {FrenchNames.Last[draw.Below(FrenchNames.Last.Length)]}";
    }

    /// <summary>Without accents, in lower case.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (char letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(letter) || letter == '-')
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }
}
