using Parcours.Domain.Histories;

namespace Parcours.Engine.Lifecycles;

/// <summary>Where a story begins: <c>A.Customer().Order("2024-01-10", 30).Visit("2024-02-01")</c>.</summary>
internal static class A
{
    public static Story Customer() => new(SubjectType.Customer);

    public static Story Account() => new(SubjectType.Account);
}
