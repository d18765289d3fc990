namespace Parcours.Engine.Usage;

/// <summary>A kind of fact, an attribute or a property: how much of it there is, and what looks at it.</summary>
/// <param name="Sort">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Facts">Facts that say it; 0 for what is declared and never came.</param>
/// <param name="Subjects">Customers who have one, or accounts where no customer has.</param>
/// <param name="Users">What looks at it.</param>
public sealed record Used(DataSort Sort, string Name, long Facts, long Subjects, IReadOnlyList<DataUser> Users)
{
    /// <summary>How many of a sort look at it.</summary>
    public int CountOf(DataUserSort sort) => Users.Count(user => user.Sort == sort);
}
