using System.Text;

namespace Parcours.Domain.Histories;

/// <summary>How a subject is shown, and what it is.</summary>
/// <param name="Key">Its key in UTF-8; empty for a place whose identities belong to another subject.</param>
/// <param name="Type">A customer or an account.</param>
public sealed record SubjectName(byte[] Key, SubjectType Type)
{
    /// <summary>The name of a key.</summary>
    public static SubjectName Of(string key, SubjectType type) => new(Encoding.UTF8.GetBytes(key), type);
}
