namespace Parcours.Engine.Identity;

/// <summary>What kind of key names a subject, the strongest first: the strongest one known is the subject's shown key.</summary>
public enum IdentityKind
{
    /// <summary>The company's own customer number.</summary>
    Customer = 0,

    /// <summary>A company's own account number (a B2B client).</summary>
    Account = 1,

    /// <summary>An e-mail address, trimmed and in lower case.</summary>
    Email = 2,

    /// <summary>A telephone number, digits and a leading + only.</summary>
    Phone = 3,

    /// <summary>A loyalty card.</summary>
    LoyaltyCard = 4,

    /// <summary>An anonymous identifier (a cookie, a device).</summary>
    Anonymous = 5,

    /// <summary>An identifier of another tool, with its type before it ("shopify:42"). Its number says when it was added, and that it is the weakest.</summary>
    External = 6,
}
