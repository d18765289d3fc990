namespace Parcours.Engine.Samples;

/// <summary>What a link of the shop is.</summary>
internal enum ShopLink : byte
{
    /// <summary>No link.</summary>
    None,

    /// <summary>An order.</summary>
    Order,

    /// <summary>A complaint.</summary>
    Complaint,

    /// <summary>A deal.</summary>
    Deal,

    /// <summary>A contract.</summary>
    Contract,
}
