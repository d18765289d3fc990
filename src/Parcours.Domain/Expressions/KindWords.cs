using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>The names of kinds of fact as people read them.</summary>
public static class KindWords
{
    /// <summary>A kind by its name in files, as <c>order_line</c>: "order line", « ligne de commande ». A company's own name stays as it is.</summary>
    public static string Of(string kind, bool inFrench) => !FactKinds.TryFind(kind, out _) ? kind
        : inFrench && FrenchWords.Of(kind) is { } french ? french
        : kind.Replace('_', ' ');
}
