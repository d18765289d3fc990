namespace Parcours.Domain.Histories;

/// <summary>Who has a history.</summary>
public enum SubjectType : byte
{
    /// <summary>A person or buyer we analyse and write to.</summary>
    Customer = 0,

    /// <summary>A company, with several customers as its stakeholders.</summary>
    Account = 1,
}
