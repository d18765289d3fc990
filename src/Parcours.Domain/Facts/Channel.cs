namespace Parcours.Domain.Facts;

/// <summary>Kind of message or place of contact, in four bits.</summary>
public enum Channel : byte
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>E-mail.</summary>
    Email = 1,

    /// <summary>Text message.</summary>
    Sms = 2,

    /// <summary>Push message, to an app or a browser.</summary>
    Push = 3,

    /// <summary>Telephone.</summary>
    Phone = 4,

    /// <summary>Post.</summary>
    Post = 5,

    /// <summary>Social networks.</summary>
    Social = 6,

    /// <summary>Chat and instant messages.</summary>
    Chat = 7,

    /// <summary>The web site.</summary>
    Web = 8,

    /// <summary>The mobile app.</summary>
    App = 9,

    /// <summary>A store.</summary>
    Store = 10,

    /// <summary>A marketplace.</summary>
    Marketplace = 11,

    /// <summary>Advertising.</summary>
    Ads = 12,

    /// <summary>A sales representative.</summary>
    Sales = 13,
}
