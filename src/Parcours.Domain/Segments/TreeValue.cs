namespace Parcours.Domain.Segments;

/// <summary>A value that something is compared with.</summary>
public abstract record TreeValue
{
    private TreeValue()
    {
    }

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : TreeValue;

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : TreeValue;

    /// <summary>A length of time, as "90 days".</summary>
    public sealed record Length(string Value) : TreeValue;

    /// <summary>A date, as 2026-01-01.</summary>
    public sealed record Date(string Value) : TreeValue;
}
