namespace Parcours.Engine.Segments.Building;

/// <summary>What a field of a condition takes.</summary>
public enum FieldKind
{
    /// <summary>A comparison: at least, at most, more, fewer, exactly.</summary>
    Comparison,

    /// <summary>Is, or is not.</summary>
    Equality,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A length of time, as <c>90 days</c>.</summary>
    Period,

    /// <summary>A date, as <c>2026-03-01</c>.</summary>
    Date,

    /// <summary>A kind of fact.</summary>
    Fact,

    /// <summary>A free text, in quotes in the language.</summary>
    Text,

    /// <summary>The name of an attribute.</summary>
    Attribute,

    /// <summary>A lifecycle.</summary>
    Lifecycle,

    /// <summary>A stage of the lifecycle beside it.</summary>
    Stage,

    /// <summary>Another segment.</summary>
    Segment,

    /// <summary>A definition of leaving.</summary>
    Churn,

    /// <summary>A channel.</summary>
    Channel,

    /// <summary>A purpose of consent.</summary>
    Purpose,

    /// <summary>What runs from a start to an end, as a contract.</summary>
    Running,

    /// <summary>What is open until it is closed, as a deal.</summary>
    Open,

    /// <summary>Any condition of the language.</summary>
    Expression,
}
