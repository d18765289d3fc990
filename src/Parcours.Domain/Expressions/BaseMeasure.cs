namespace Parcours.Domain.Expressions;

/// <summary>
/// A number of each subject that is compared with the base's at the first instant of each month: ranks (<c>quantile</c>, <c>score</c>)
/// and means (<c>base.mean</c>). The key names it in the base tables.
/// </summary>
/// <param name="Key">The text of the expression, as "spend"; "recency" is counted in days and reversed.</param>
/// <param name="Expression">What is measured.</param>
internal sealed record BaseMeasure(string Key, Node Expression)
{
    public const string Recency = "recency";

    public bool IsRecency => Key == Recency;
}
