namespace Parcours.Domain.Facts;

/// <summary>What else is known of a fact, in four bits.</summary>
[Flags]
public enum FactFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Only the date was given: the instant is local midnight.</summary>
    DateOnly = 0x10,

    /// <summary>No date was given: the fact holds from the subject's first dated fact.</summary>
    Undated = 0x20,

    /// <summary>A machine did it (a link scanner's click).</summary>
    Automated = 0x40,

    /// <summary>A message about an order or an account, not marketing.</summary>
    Transactional = 0x80,
}
