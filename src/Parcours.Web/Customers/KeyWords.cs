using Parcours.Domain.Lifecycles;
using Parcours.Engine.Identity;

namespace Parcours.Web.Customers;

/// <summary>Kinds of key, and reasons for joining two, as people name them.</summary>
public static class KeyWords
{
    /// <summary>A kind of key.</summary>
    public static LocalText Of(IdentityKind kind) => kind switch
    {
        IdentityKind.Email => new("e-mail", "e-mail"),
        IdentityKind.Phone => new("telephone", "téléphone"),
        IdentityKind.Customer => new("customer number", "numéro de client"),
        IdentityKind.Account => new("account number", "numéro de compte"),
        IdentityKind.LoyaltyCard => new("loyalty card", "carte de fidélité"),
        IdentityKind.Anonymous => new("device", "appareil"),
        IdentityKind.External => new("number in another tool", "numéro dans un autre outil"),
        _ => new(kind.ToString(), kind.ToString()),
    };

    /// <summary>Why two keys were joined.</summary>
    public static LocalText Reason(string reason) => reason switch
    {
        "message" => new("one message named both", "un même message nommait les deux"),
        "claim" => new("somebody signed in as the other", "l’un s’est connecté comme l’autre"),
        "alias" => new("a source said that they are one", "une source a dit que c’est la même personne"),
        "operator" => new("an operator joined them", "un utilisateur les a réunis"),
        "import" => new("one imported line named both", "une même ligne importée nommait les deux"),
        _ => new(reason, reason),
    };
}
