namespace Parcours.Engine.Samples;

/// <summary>What a store can show of a fact beside its hot part.</summary>
internal enum ShopPayload : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>First name, last name and e-mail.</summary>
    Person,

    /// <summary>The name of the company.</summary>
    Company,

    /// <summary>The store.</summary>
    Store,

    /// <summary>The words of a review.</summary>
    Review,

    /// <summary>The words of a complaint.</summary>
    Complaint,
}
